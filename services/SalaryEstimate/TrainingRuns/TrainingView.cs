using CareerRecs.LongRunning;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Operations;
using Google.Protobuf.WellKnownTypes;
using State = CareerRecs.Salary.V1.SalaryTraining.Types.State;

namespace CareerRecs.Salary.TrainingRuns;

/// <summary>Trainings as callers see them: as a resource, and as an operation.</summary>
internal static class TrainingView
{
    /// <summary>What names of trainings start with.</summary>
    public const string Prefix = "salaryTrainings/";

    /// <summary>Service in the names of their operations.</summary>
    public const string Service = "salary";

    /// <summary>The training.</summary>
    public static SalaryTraining Show(TrainingRow row) =>
        new()
        {
            Name = FormattableString.Invariant($"{Prefix}{row.Id}"),
            State = row.State,
            Progress = row.Progress,
            Step = row.Step,
            Model = row.State == State.Succeeded ? ModelNames.Of(row.ModelId) : "",
            Message = row.Message,
            ObservationCount = row.Observations,
            CreateTime = ToTimestamp(row.CreatedAt),
            EndTime = row.EndedAt is { } ended ? ToTimestamp(ended) : null,
        };

    /// <summary>The training and the name of its operation.</summary>
    public static TrainModelResponse ToResponse(TrainingRow row) =>
        new() { Training = Show(row), Operation = NameOperation(row) };

    /// <summary>The training as an operation.</summary>
    public static Operation ToOperation(TrainingRow row)
    {
        var training = Show(row);
        var metadata = new TrainModelMetadata
        {
            Training = training.Name,
            State = training.State,
            Progress = training.Progress,
            Step = training.Step,
            ObservationCount = training.ObservationCount,
            CreateTime = training.CreateTime,
            EndTime = training.EndTime,
        };
        var operation = new Operation
        {
            Name = NameOperation(row),
            Metadata = Any.Pack(metadata),
            Done = row.State != State.Running,
        };
        if (row.State == State.Succeeded)
        {
            operation.Response = Any.Pack(ToResponse(row));
        }
        else if (operation.Done)
        {
            operation.Error = FindError(row);
        }
        return operation;
    }

    private static string NameOperation(TrainingRow row) =>
        new OperationName(Service, FormattableString.Invariant($"{row.Id}")).ToString();

    private static Google.Rpc.Status FindError(TrainingRow row) =>
        row.State == State.Cancelled ? OperationErrors.ToStatus(Errors.Cancelled())
        : row.Error is { } error ? Google.Rpc.Status.Parser.ParseFrom(error)
        : new Google.Rpc.Status { Code = (int)Google.Rpc.Code.Unknown, Message = row.Message };

    private static Timestamp ToTimestamp(long at) => Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(at));
}
