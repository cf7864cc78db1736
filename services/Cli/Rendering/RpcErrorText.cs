using CareerRecs.Cli.Shell;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.Cli.Rendering;

/// <summary>A failed call in one line: what is wrong, field by field, and what to do.</summary>
public static class RpcErrorText
{
    /// <summary>Renders the google.rpc.Status a server sent, or what is known without one.</summary>
    public static string Render(RpcException exception)
    {
        var status = exception.GetRpcStatus();
        var violations = status?.GetDetail<BadRequest>()?.FieldViolations;
        if (violations is { Count: > 0 })
        {
            return string.Join(
                "; ",
                violations.Select(v =>
                    v.Description.StartsWith(v.Field, StringComparison.Ordinal)
                        ? v.Description
                        : $"{Option(v.Field)}: {v.Description}"
                )
            );
        }

        // Without a status of the services' own it is the transport that speaks.
        if (exception.StatusCode == StatusCode.Unavailable && status is null)
        {
            return "no answer from the server; is it running, and is the address "
                + "right? Without --server the services run inside this command";
        }

        var message = Words.Options(exception.Status.Detail.ReplaceLineEndings(" "));
        if (exception.StatusCode == StatusCode.DeadlineExceeded && message.Length == 0)
        {
            return "no answer in time; a catalog that is asked for the first time takes longer: try again";
        }

        var todo = exception.StatusCode switch
        {
            StatusCode.DeadlineExceeded => " (it took too long; try again)",
            StatusCode.Unauthenticated => " (give --token; `careerrecs token` makes one)",
            StatusCode.Unimplemented => " (is that server of the same release as this command?)",
            StatusCode.ResourceExhausted when status?.GetDetail<RetryInfo>() is { } retry =>
                $" (again in {retry.RetryDelay.ToTimeSpan().TotalSeconds:0.#} s)",
            _ => "",
        };
        return message + todo;
    }

    /// <summary>The option that sets a field of a question of pay; other fields by their own name.</summary>
    private static string Option(string field) =>
        field switch
        {
            "query.location" => "--location",
            "query.currency" or "other_query.currency" => "--currency",
            "other_query.location" => "--to-location",
            _ => field,
        };

    /// <summary>Whose fault it is.</summary>
    public static int ExitCode(StatusCode code) =>
        code switch
        {
            StatusCode.OK => ExitCodes.Ok,
            StatusCode.InvalidArgument
            or StatusCode.NotFound
            or StatusCode.AlreadyExists
            or StatusCode.FailedPrecondition
            or StatusCode.Aborted
            or StatusCode.PermissionDenied
            or StatusCode.Unauthenticated
            or StatusCode.OutOfRange => ExitCodes.UserError,
            StatusCode.Cancelled => ExitCodes.Cancelled,
            _ => ExitCodes.Server,
        };
}
