using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>
/// What a method gets to read in place of the rest of a body that cannot be used. The caller never sees it: why the body cannot
/// be used is sent instead.
/// </summary>
internal sealed class BrokenBodyException()
    : RpcException(new Status(StatusCode.InvalidArgument, "The body of the upload cannot be used."));
