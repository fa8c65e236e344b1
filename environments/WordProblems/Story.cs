using Lab.Core;

namespace Lab.Environments;

/// <summary>Sentences, a question, and how the answer is worked out; its last operation is the story's last step.</summary>
internal sealed record Story(EquatableArray<string> Sentences, string Question, Term Answer);
