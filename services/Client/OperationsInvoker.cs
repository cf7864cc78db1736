using CareerRecs.LongRunning;
using Grpc.Core;

namespace CareerRecs.Client;

/// <summary>Sends calls about operations to the service that the name states: <c>operations/salary/{operation}</c>.</summary>
internal sealed class OperationsInvoker(CallInvoker catalog, CallInvoker salary) : CallInvoker
{
    private const string OfSalary = "operations/salary";

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    ) => InvokerFor(request).BlockingUnaryCall(method, host, options, request);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    ) => InvokerFor(request).AsyncUnaryCall(method, host, options, request);

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    ) => catalog.AsyncServerStreamingCall(method, host, options, request);

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options
    ) => catalog.AsyncClientStreamingCall(method, host, options);

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options
    ) => catalog.AsyncDuplexStreamingCall(method, host, options);

    private CallInvoker InvokerFor(object request) =>
        NameIn(request).StartsWith(OfSalary, StringComparison.Ordinal) ? salary : catalog;

    private static string NameIn(object request) =>
        request switch
        {
            GetOperationRequest get => get.Name,
            WaitOperationRequest wait => wait.Name,
            ListOperationsRequest list => list.Name,
            CancelOperationRequest cancel => cancel.Name,
            DeleteOperationRequest delete => delete.Name,
            _ => "",
        };
}
