namespace CareerRecs.Client;

/// <summary>Field of a request that the service refused.</summary>
/// <param name="Field">Path of the field in proto names, such as <c>subject.inline_profile.skills[2].text</c>.</param>
/// <param name="Description">Sentence that states what is wrong and what is allowed.</param>
public sealed record FieldViolation(string Field, string Description);
