namespace Lab.Learning;

/// <summary>What a learner carries from one iteration to the next, beside the policy's weights.</summary>
/// <param name="FirstMoment">AdamW's first moment, as long as the parameters.</param>
/// <param name="SecondMoment">AdamW's second moment, as long as the parameters.</param>
/// <param name="Steps">Optimizer steps taken.</param>
/// <param name="Reference">The parameters of the reference policy; null where there is none.</param>
/// <param name="Numbers">What the parts of the objective remember, by name: baselines, adaptive coefficients, counts.</param>
public sealed record LearnerState(
    float[] FirstMoment,
    float[] SecondMoment,
    long Steps,
    float[]? Reference,
    IReadOnlyDictionary<string, double> Numbers);
