using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>
/// Makes an HTTP request look like a gRPC call while its method runs, as gRPC-Web does: frames come from a pipe, the answer goes
/// into memory. Disposing it gives the request its own features back.
/// </summary>
internal sealed class GrpcExchange : IRequestBodyPipeFeature, IHttpResetFeature, IDisposable
{
    private const string Timeout = "grpc-timeout";

    private readonly HttpContext _context;
    private readonly FramedCall _call;
    private readonly Endpoint? _endpoint;
    private readonly (string Protocol, string? ContentType, PathString Path, string? Timeout) _request;
    private readonly MemoryStream _answer = new();
    private readonly StreamResponseBodyFeature _answerBody;
    private readonly IRequestBodyPipeFeature? _pipe;
    private readonly IHttpResponseBodyFeature _response;
    private readonly IHttpResetFeature? _reset;
    private readonly IHttpMinRequestBodyDataRateFeature? _rate;

    /// <param name="context">The request.</param>
    /// <param name="call">The call that it is made to look like.</param>
    public GrpcExchange(HttpContext context, FramedCall call)
    {
        (_context, _call) = (context, call);
        var (request, features) = (context.Request, context.Features);
        _endpoint = context.GetEndpoint();
        _request = (request.Protocol, request.ContentType, request.Path, request.Headers[Timeout]);
        _pipe = features.Get<IRequestBodyPipeFeature>();
        _response = features.GetRequiredFeature<IHttpResponseBodyFeature>();
        _reset = features.Get<IHttpResetFeature>();
        _rate = features.Get<IHttpMinRequestBodyDataRateFeature>();

        context.SetEndpoint(call.Method);
        request.Protocol = "HTTP/2";
        request.ContentType = "application/grpc";
        request.Path = call.Path;
        request.Headers[Timeout] = $"{call.Deadline.TotalSeconds:0}S";
        features.Set<IRequestBodyPipeFeature>(this);
        _answerBody = new StreamResponseBodyFeature(_answer);
        features.Set<IHttpResponseBodyFeature>(_answerBody);
        features.Set<IHttpResetFeature>(this);
        // gRPC lifts the least rate of a body; by HTTP it stays.
        features.Set<IHttpMinRequestBodyDataRateFeature>(null);
    }

    /// <summary>The messages of the request.</summary>
    public PipeReader Reader => _call.Frames;

    /// <summary>The whole answer of the method, framed, once it has ended.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadAnswerAsync()
    {
        await _answerBody.CompleteAsync();
        return _answer.GetBuffer().AsMemory(0, (int)_answer.Length);
    }

    /// <summary>Ends the call at its deadline, without ending the connection.</summary>
    public void Reset(int errorCode) => _call.Stop.Cancel();

    /// <inheritdoc />
    public void Dispose()
    {
        var (request, features) = (_context.Request, _context.Features);
        features.Set(_pipe);
        features.Set(_response);
        features.Set(_reset);
        features.Set(_rate);
        _context.SetEndpoint(_endpoint);
        (request.Protocol, request.ContentType, request.Path) = (_request.Protocol, _request.ContentType, _request.Path);
        request.Headers[Timeout] = _request.Timeout;
    }
}
