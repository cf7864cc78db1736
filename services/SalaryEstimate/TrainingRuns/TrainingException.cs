namespace CareerRecs.Salary.TrainingRuns;

/// <summary>Why a training cannot make a model, in words for whoever started it.</summary>
public sealed class TrainingException(string message) : Exception(message);
