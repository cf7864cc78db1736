using CareerRecs.ServiceDefaults.Rest.Routes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>State of the response to one REST call, kept as a feature of its request.</summary>
internal sealed class RestAnswer(HttpContext context, RestRoute route)
{
    /// <summary>Whether the caller has this version already: the answer is 304 without a body.</summary>
    public bool IsNotModified { get; private set; }

    /// <summary>Whether the method failed; what transcoding writes from then on is an error.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Whether the answer is a stream of messages.</summary>
    public bool IsStream => route.IsStream;

    /// <summary>Sets the header <c>ETag</c>, and compares it with <c>If-None-Match</c> of a GET.</summary>
    public void SetEtag(string etag)
    {
        if (!EntityTagHeaderValue.TryParse($"\"{etag}\"", out var tag))
        {
            return;
        }
        context.Response.Headers.ETag = tag.ToString();
        IsNotModified =
            route.IsRead
            && EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch.ToArray()!, out var known)
            && known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(tag, useStrongComparison: false));
    }
}
