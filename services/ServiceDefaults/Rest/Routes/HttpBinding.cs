using System.Text;
using System.Text.RegularExpressions;
using Google.Api;
using Google.Protobuf.Reflection;

namespace CareerRecs.ServiceDefaults.Rest.Routes;

/// <summary>A verb and path template under which REST serves a method.</summary>
/// <param name="Verb">HTTP's verb: <c>GET</c>.</param>
/// <param name="Template">The path as the contract states it: <c>/v1/{name=catalogs/*}:activate</c>.</param>
/// <param name="Body">Field that the body is; <c>*</c>: all that the path does not state; empty: there is no body.</param>
public sealed partial record HttpBinding(string Verb, string Template, string Body)
{
    /// <summary>Paths of the fields that the template states.</summary>
    public IEnumerable<string> PathFields => Variables().Matches(Template).Select(match => match.Groups[1].Value);

    /// <summary>Returns the bindings of a method, the first one first; none if it is served by gRPC alone.</summary>
    public static IEnumerable<HttpBinding> FindAll(MethodDescriptor method) =>
        method?.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is { } rule
            ? rule.AdditionalBindings.Prepend(rule).Select(FromRule)
            : [];

    /// <summary>Returns the binding that a rule of the contract states.</summary>
    public static HttpBinding FromRule(HttpRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var (verb, template) = rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => ("GET", rule.Get),
            HttpRule.PatternOneofCase.Put => ("PUT", rule.Put),
            HttpRule.PatternOneofCase.Post => ("POST", rule.Post),
            HttpRule.PatternOneofCase.Delete => ("DELETE", rule.Delete),
            HttpRule.PatternOneofCase.Patch => ("PATCH", rule.Patch),
            _ => throw new InvalidOperationException($"The contract has a rule without a usual verb: {rule}"),
        };
        return new HttpBinding(verb, template, rule.Body);
    }

    /// <summary>
    /// Returns the template as routing takes it: <c>/v1/{name=catalogs/*}:activate</c> is <c>/v1/catalogs/{p0}:activate</c>.
    /// </summary>
    public string ToRoutePattern()
    {
        var parameters = 0;
        var pattern = new StringBuilder();
        foreach (var piece in Template.Split('{', '}'))
        {
            foreach (var character in piece[(piece.IndexOf('=', StringComparison.Ordinal) + 1)..])
            {
                pattern.Append(character == '*' ? $"{{p{parameters++}}}" : character.ToString());
            }
        }
        return pattern.ToString();
    }

    [GeneratedRegex(@"\{([^=}]+)")]
    private static partial Regex Variables();
}
