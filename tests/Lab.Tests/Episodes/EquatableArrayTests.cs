using System.Text.Json;
using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class EquatableArrayTests
{
    [TestMethod]
    public void Arrays_of_equal_items_are_equal()
    {
        EquatableArray<string> first = ["a", "b"];
        EquatableArray<string> second = ["a", string.Concat("", "b")];

        Assert.IsTrue(first == second);
        Assert.IsTrue(first.Equals((object)second));
        Assert.AreEqual(first.GetHashCode(), second.GetHashCode());
        Assert.AreEqual(new TokenizerDescription("k", first), new TokenizerDescription("k", second));
    }

    [TestMethod]
    public void Order_length_and_items_tell_arrays_apart()
    {
        EquatableArray<int> array = [1, 2];

        Assert.IsTrue(array != [2, 1]);
        Assert.IsTrue(array != [1, 2, 3]);
        Assert.IsTrue(array != [1, 3]);
        Assert.IsFalse(array.Equals("12"));
    }

    [TestMethod]
    public void The_default_is_the_empty_array()
    {
        EquatableArray<int> none = default;

        Assert.IsTrue(none == []);
        Assert.HasCount(0, none);
        Assert.AreEqual(none.GetHashCode(), EquatableArray.Create<int>([]).GetHashCode());
        Assert.AreEqual("[]", JsonSerializer.Serialize(none));
    }

    [TestMethod]
    public void A_change_makes_another_array()
    {
        EquatableArray<int> array = [1, 2];

        Assert.IsTrue(array.Add(3) == [1, 2, 3]);
        Assert.IsTrue(array.With(0, 9) == [9, 2]);
        Assert.IsTrue(array == [1, 2]);
    }

    [TestMethod]
    public void Json_is_an_array_there_and_back()
    {
        EquatableArray<double> array = [1.5, -2];

        var json = JsonSerializer.Serialize(array);

        Assert.AreEqual("[1.5,-2]", json);
        Assert.IsTrue(JsonSerializer.Deserialize<EquatableArray<double>>(json) == array);
    }
}
