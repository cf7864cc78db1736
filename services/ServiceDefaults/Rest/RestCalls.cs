using System.Text;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Rest.Routes;
using Google.Protobuf;
using Google.Rpc;
using Microsoft.AspNetCore.Http;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>Stands around transcoding: checks the request, and sends an error of the method in the envelope.</summary>
internal sealed class RestCalls : IMiddleware
{
    private static readonly JsonParser Parser = new(
        JsonParser.Settings.Default.WithTypeRegistry(RestErrors.Types).WithIgnoreUnknownFields(true)
    );

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (RestRoute.Find(context) is not { } route)
        {
            await next(context);
            return;
        }

        await RestRequest.PrepareAsync(context, route);
        var answer = new RestAnswer(context, route);
        context.Features.Set(answer);
        var body = context.Response.Body;
        await using var stream = new AnswerStream(context.Response, body, answer);
        context.Response.Body = stream;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (stream.Held is { } error)
        {
            await RestErrors.WriteAsync(context, Parse(error, context.Response.StatusCode));
        }
    }

    /// <summary>The error that transcoding wrote.</summary>
    private static Status Parse(byte[] json, int httpStatus)
    {
        try
        {
            return Parser.Parse<Status>(Encoding.UTF8.GetString(json));
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            var code = httpStatus < 500 ? Code.InvalidArgument : Code.Internal;
            return new Status { Code = (int)code, Message = "The request cannot be answered." };
        }
    }
}
