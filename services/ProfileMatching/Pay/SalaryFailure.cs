using Grpc.Core;

namespace CareerRecs.ProfileMatching.Pay;

/// <summary>
/// Tells those who run it why there is no pay: the salary service is away, or it answered with a fault that no caller brought
/// about.
/// </summary>
internal static partial class SalaryFailure
{
    /// <summary>
    /// Whether the service is away. Too busy is as good as away; cancelled is what a call is when either host stops.
    /// </summary>
    public static bool IsOutage(RpcException error) =>
        error.StatusCode
            is StatusCode.Unavailable
                or StatusCode.DeadlineExceeded
                or StatusCode.ResourceExhausted
                or StatusCode.Cancelled;

    /// <summary>Logs a call that failed.</summary>
    public static void Log(ILogger logger, RpcException error)
    {
        if (IsOutage(error))
        {
            LogNoAnswer(logger, error.StatusCode, error.Status.Detail);
        }
        else
        {
            LogFault(logger, error.StatusCode, error.Status.Detail);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Answering without pay: the salary service did not answer: {Status}, {Detail}"
    )]
    private static partial void LogNoAnswer(ILogger logger, StatusCode status, string detail);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Answering without pay: the salary service refused, which is a fault of ours or of it: {Status}, {Detail}"
    )]
    private static partial void LogFault(ILogger logger, StatusCode status, string detail);
}
