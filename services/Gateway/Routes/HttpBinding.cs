using Google.Api;
using Google.Protobuf.Reflection;

namespace CareerRecs.Gateway.Routes;

/// <summary>A verb and path template under which REST serves a method.</summary>
internal sealed record HttpBinding(string Verb, string Template)
{
    /// <summary>The rule of a method and its additional ones; none if it is served by gRPC alone.</summary>
    public static IEnumerable<HttpBinding> FromMethod(MethodDescriptor method) =>
        method.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is { } rule
            ? rule.AdditionalBindings.Prepend(rule).Select(FromRule)
            : [];

    /// <summary>
    /// The template as routing reads it: <c>/v1/{name=catalogs/*}:activate</c> is <c>/v1/catalogs/{p0}:activate</c>.
    /// </summary>
    public string ToRoutePattern()
    {
        var parameters = 0;
        var pattern = new System.Text.StringBuilder();
        foreach (var piece in Template.Split('{', '}'))
        {
            var path = piece[(piece.IndexOf('=', StringComparison.Ordinal) + 1)..];
            foreach (var character in path)
            {
                pattern.Append(character == '*' ? $"{{p{parameters++}}}" : character.ToString());
            }
        }
        return pattern.ToString();
    }

    private static HttpBinding FromRule(HttpRule rule) =>
        rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => new("GET", rule.Get),
            HttpRule.PatternOneofCase.Put => new("PUT", rule.Put),
            HttpRule.PatternOneofCase.Post => new("POST", rule.Post),
            HttpRule.PatternOneofCase.Delete => new("DELETE", rule.Delete),
            HttpRule.PatternOneofCase.Patch => new("PATCH", rule.Patch),
            _ => throw new InvalidOperationException($"No route is made from {rule}."),
        };
}
