using CareerRecs.ServiceDefaults.Rest.Routes;
using Google.Protobuf.Reflection;

namespace CareerRecs.OpenApi;

/// <summary>A place in a path that the caller fills.</summary>
/// <param name="Name">Its name in the document: <c>profile</c>.</param>
/// <param name="Field">The field that the whole template gives: <c>name</c>.</param>
/// <param name="Segment">Index of the place among the segments of the field.</param>
/// <param name="Segments">Number of segments of the field.</param>
internal sealed record PathPlace(string Name, string Field, int Segment, int Segments);

/// <summary>One way to call a method by REST, as the document describes it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Binding">The way as the contract states it.</param>
/// <param name="Path">Path with places in braces.</param>
/// <param name="Places">The places, in order.</param>
internal sealed record DocumentedRoute(MethodDescriptor Method, HttpBinding Binding, string Path, IReadOnlyList<PathPlace> Places)
{
    /// <summary>The verb.</summary>
    public HttpMethod Verb => HttpMethod.Parse(Binding.Verb);

    /// <summary>Field that the body is; <c>*</c>: all that the path does not give; empty: there is no body.</summary>
    public string Body => Binding.Body;

    /// <summary>The ways to call a method, the first one first; none for a method without a rule.</summary>
    public static IEnumerable<DocumentedRoute> FindAll(MethodDescriptor method) =>
        HttpBinding.FindAll(method).Select(binding => FromBinding(method, binding));

    private static DocumentedRoute FromBinding(MethodDescriptor method, HttpBinding binding)
    {
        var template = binding.Template;
        var places = new List<PathPlace>();
        if (template.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
        {
            // The contract has at most one variable a template: a resource name.
            var close = template.IndexOf('}', StringComparison.Ordinal);
            var (field, pattern) = template[(open + 1)..close].Split('=') is [var name, var segments]
                ? (name, segments)
                : ("", "");
            template = template[..open] + string.Join('/', Segments(field, pattern, places)) + template[(close + 1)..];
        }

        return new DocumentedRoute(method, binding, template, places);
    }

    private static IEnumerable<string> Segments(string field, string pattern, List<PathPlace> places)
    {
        var before = "";
        var segments = pattern.Split('/');
        foreach (var (index, segment) in segments.Index())
        {
            if (segment == "**")
            {
                // Names of operations, the only ones of any depth: `operations/{service}/{operation}`.
                var count = segments.Length + 1;
                places.Add(new PathPlace("service", field, index, count));
                places.Add(new PathPlace("operation", field, index + 1, count));
                yield return "{service}/{operation}";
            }
            else if (segment == "*")
            {
                places.Add(new PathPlace(Singular(before), field, index, segments.Length));
                yield return $"{{{places[^1].Name}}}";
            }
            else
            {
                yield return segment;
            }

            before = segment;
        }
    }

    /// <summary>"profiles" is a place for a "profile".</summary>
    private static string Singular(string collection) => collection.EndsWith('s') ? collection[..^1] : collection;
}
