using System.Collections.Concurrent;
using CareerRecs.Types.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;
using Status = Grpc.Core.Status;

namespace CareerRecs.Client;

/// <summary>CareerRecs for an application's tests: answers unary calls in the process and records their requests. Thread-safe.
/// </summary>
public sealed class FakeCareerRecs : CallInvoker
{
    private readonly ConcurrentDictionary<System.Type, Func<IMessage, IMessage>> _answers = new();
    private readonly ConcurrentQueue<IMessage> _requests = new();

    /// <summary>Requests so far, the first one first.</summary>
    public IReadOnlyCollection<IMessage> Requests => _requests;

    /// <summary>Answers requests of a kind from now on. To refuse one, throw <see cref="Refusal"/>.</summary>
    public FakeCareerRecs Answer<TRequest, TResponse>(Func<TRequest, TResponse> answer)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(answer);
        _answers[typeof(TRequest)] = request => answer((TRequest)request);
        return this;
    }

    /// <summary>Makes a client of this fake. With dependency injection, set <see cref="CareerRecsClientOptions.CallInvoker"/> to
    /// the fake.</summary>
    public CareerRecsClient CreateClient() => new(new CareerRecsClientOptions { CallInvoker = this });

    /// <summary>Makes the exception by which a service refuses a call.</summary>
    public static RpcException Refusal(StatusCode statusCode, ErrorReason reason, string detail, params FieldViolation[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var name = ErrorReasonReflection.Descriptor.EnumTypes[0].FindValueByNumber((int)reason).Name;
        var status = new RpcStatus
        {
            Code = (int)statusCode,
            Message = detail,
            Details = { Any.Pack(new ErrorInfo { Domain = "careerrecs", Reason = name }) },
        };
        if (fields.Length > 0)
        {
            var violations = fields.Select(f => new BadRequest.Types.FieldViolation
            {
                Field = f.Field,
                Description = f.Description,
            });
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { violations } }));
        }
        return new RpcException(
            new Status(statusCode, detail),
            new Metadata { { CareerRecsException.DetailsTrailer, status.ToByteArray() } }
        );
    }

    /// <inheritdoc />
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    )
    {
        options.CancellationToken.ThrowIfCancellationRequested();
        var message = (IMessage)request;
        _requests.Enqueue(message);
        return _answers.TryGetValue(typeof(TRequest), out var answer)
            ? (TResponse)answer(message)
            : throw new RpcException(
                new Status(StatusCode.Unimplemented, $"The fake has no answer to {typeof(TRequest).Name}; call Answer first.")
            );
    }

    /// <inheritdoc />
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    )
    {
        var (status, trailers) = (Status.DefaultSuccess, new Metadata());
        Task<TResponse> response;
        try
        {
            response = Task.FromResult(BlockingUnaryCall(method, host, options, request));
        }
        catch (RpcException e)
        {
            (status, trailers) = (e.Status, e.Trailers);
            response = Task.FromException<TResponse>(e);
        }
        return new AsyncUnaryCall<TResponse>(response, Task.FromResult(new Metadata()), () => status, () => trailers, () => { });
    }

    /// <summary>Not supported.</summary>
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options,
        TRequest request
    ) => throw NoStreams();

    /// <summary>Not supported.</summary>
    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options
    ) => throw NoStreams();

    /// <summary>Not supported.</summary>
    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions options
    ) => throw NoStreams();

    private static NotSupportedException NoStreams() => new("The fake answers unary calls alone.");
}
