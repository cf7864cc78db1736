using Google.Rpc;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>The fields of one request that cannot be used, by their paths in proto names; the first 20 are kept.</summary>
internal sealed class Violations
{
    private const int Most = 20;
    private const int LongestPath = 300;

    private readonly List<BadRequest.Types.FieldViolation> _found = [];

    /// <summary>Whether there is any.</summary>
    public bool Any => _found.Count > 0;

    /// <summary>The violations, in the order found.</summary>
    public IReadOnlyList<BadRequest.Types.FieldViolation> Found => _found;

    /// <summary>Adds a field.</summary>
    public void Add(string path, string description)
    {
        if (_found.Count < Most)
        {
            var field = path.Length <= LongestPath ? path : path[..LongestPath];
            _found.Add(new BadRequest.Types.FieldViolation { Field = field, Description = description });
        }
    }

    /// <summary>Throws INVALID_ARGUMENT if there is any.</summary>
    public void Throw()
    {
        if (Any)
        {
            throw Errors.Errors.InvalidArgument(_found);
        }
    }

    /// <summary>The path of a field below another; the name alone at the top.</summary>
    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>A value as an error quotes it: its first 40 characters.</summary>
    public static string Quote(string value) => value.Length <= 40 ? $"'{value}'" : $"'{value[..40]}...'";
}
