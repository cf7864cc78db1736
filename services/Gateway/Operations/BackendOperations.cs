using CareerRecs.Gateway.Backends;
using CareerRecs.LongRunning;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Operations;
using Grpc.Core;
using Yarp.ReverseProxy.Forwarder;

namespace CareerRecs.Gateway.Operations;

/// <summary>
/// Operations of a service behind the gateway. The service decides by the caller's own token; what it refuses is passed on.
/// </summary>
internal sealed class BackendOperations(
    string service,
    CallInvoker calls,
    BackendWatch watch,
    IHttpContextAccessor http,
    TimeProvider time
) : IOperationSource
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);
    private static readonly string[] PassedOn = ["authorization", "x-api-key", CallerContext.TenantHeader];

    private readonly LongRunning.Operations.OperationsClient _client = new(calls);

    /// <inheritdoc />
    public string Service => service;

    /// <inheritdoc />
    public Task<Operation?> FindAsync(string tenant, string id, CancellationToken cancellationToken) =>
        FindAsync(
            options => _client.GetOperationAsync(new GetOperationRequest { Name = NameOf(id) }, options),
            cancellationToken
        );

    /// <inheritdoc />
    public async Task<OperationPage> ListAsync(string tenant, string? after, int size, CancellationToken cancellationToken)
    {
        var request = new ListOperationsRequest
        {
            Name = $"{OperationName.Root}/{service}",
            PageSize = size,
            PageToken = after ?? "",
        };
        var page = await CallAsync(options => _client.ListOperationsAsync(request, options), cancellationToken);
        return new OperationPage(page.Operations, page.NextPageToken.Length > 0 ? page.NextPageToken : null);
    }

    /// <inheritdoc />
    public async Task<bool> TryCancelAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        var request = new CancelOperationRequest { Name = NameOf(id) };
        return await FindAsync(options => _client.CancelOperationAsync(request, options), cancellationToken) is not null;
    }

    /// <inheritdoc />
    public async Task<bool> TryDeleteAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        var request = new DeleteOperationRequest { Name = NameOf(id) };
        return await FindAsync(options => _client.DeleteOperationAsync(request, options), cancellationToken) is not null;
    }

    private string NameOf(string id) => new OperationName(service, id).ToString();

    private async Task<T?> FindAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await CallAsync(call, cancellationToken);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task<T> CallAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await call(new CallOptions(Headers(), time.GetUtcNow().UtcDateTime + Timeout, cancellationToken));
            watch.Note(ForwarderError.None);
            return answer;
        }
        catch (RpcException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Explain(e);
        }
    }

    /// <summary>The service's own refusal, without the headers of its connection; or that it did not answer.</summary>
    private RpcException Explain(RpcException error)
    {
        if (error.GetRpcStatus() is { } refusal)
        {
            watch.Note(ForwarderError.None);
            return refusal.ToRpcException();
        }

        var isLate = error.StatusCode == StatusCode.DeadlineExceeded;
        if (!isLate && error.StatusCode != StatusCode.Unavailable)
        {
            return new RpcException(error.Status);
        }
        watch.Note(isLate ? ForwarderError.RequestTimedOut : ForwarderError.Request);
        return isLate
            ? Errors.GatewayTimeout($"The service '{service}' took too long to answer. Send it again shortly.")
            : Errors.Unavailable("UNAVAILABLE", $"The service '{service}' does not answer now. Send it again shortly.");
    }

    private Metadata Headers()
    {
        var headers = new Metadata();
        foreach (var name in PassedOn)
        {
            if (http.HttpContext?.Request.Headers[name].ToString() is { Length: > 0 } value)
            {
                headers.Add(name, value);
            }
        }
        return headers;
    }
}
