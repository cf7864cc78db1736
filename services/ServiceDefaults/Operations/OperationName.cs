using System.Text.RegularExpressions;

namespace CareerRecs.ServiceDefaults.Operations;

/// <summary>Names of operations: <c>operations/{service}/{operation}</c>.</summary>
/// <param name="Service">Service that runs it.</param>
/// <param name="Id">Identifier within the service.</param>
public sealed partial record OperationName(string Service, string Id)
{
    /// <summary>Collection of the operations of every service.</summary>
    public const string Root = "operations";

    /// <summary>Parses a name. INVALID_ARGUMENT if it is malformed.</summary>
    public static OperationName Parse(string name) =>
        Pattern().Match(name) is { Success: true } match && match.Groups["id"].Success
            ? new OperationName(match.Groups["service"].Value, match.Groups["id"].Value)
            : throw Errors.Errors.InvalidArgument("name", "must look like operations/{service}/{operation}");

    /// <summary>
    /// Parses the name of a collection: one service's (<c>operations/{service}</c>), or null for all services'.
    /// INVALID_ARGUMENT if it is malformed.
    /// </summary>
    public static string? ParseCollection(string name) =>
        name is Root or "" ? null
        : Pattern().Match(name) is { Success: true } match && !match.Groups["id"].Success ? match.Groups["service"].Value
        : throw Errors.Errors.InvalidArgument("name", "must be operations or operations/{service}");

    /// <inheritdoc />
    public override string ToString() => $"{Root}/{Service}/{Id}";

    [GeneratedRegex(
        @"\A operations/ (?<service>[a-z]{1,50}) (/ (?<id>[A-Za-z0-9-]{1,64}) )? \z",
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Pattern();
}
