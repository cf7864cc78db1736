using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>A gRPC call whose messages are framed from the body of a request by REST.</summary>
/// <param name="Method">Endpoint of the method by gRPC.</param>
/// <param name="Path">The method as gRPC addresses it.</param>
/// <param name="Deadline">Longest time of the call.</param>
/// <param name="Frames">The messages of the request.</param>
/// <param name="Stop">Cancelled when the method ends at its deadline, so that the body is read no further.</param>
internal sealed record FramedCall(
    Endpoint Method,
    string Path,
    TimeSpan Deadline,
    PipeReader Frames,
    CancellationTokenSource Stop
);
