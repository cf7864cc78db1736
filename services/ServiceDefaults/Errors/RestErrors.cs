using Google.Protobuf.Reflection;
using Google.Rpc;

namespace CareerRecs.ServiceDefaults.Errors;

/// <summary>What REST needs to write errors.</summary>
internal static class RestErrors
{
    /// <summary>The messages that details of errors are made of.</summary>
    public static TypeRegistry Types { get; } =
        TypeRegistry.FromMessages(ErrorInfo.Descriptor, BadRequest.Descriptor, RetryInfo.Descriptor);
}
