using System.Text.RegularExpressions;

namespace CareerRecs.ServiceDefaults.Configuration;

/// <summary>Addresses and connection strings as they may be shown.</summary>
public static partial class Addresses
{
    /// <summary>Hides passwords: <c>amqp://user:***@host</c>, <c>Password=***</c>.</summary>
    public static string Mask(string value) => InConnectionString().Replace(InUrl().Replace(value, "$1***$2"), "$1***");

    [GeneratedRegex("(://[^/@:]*:)[^@/]*(@)")]
    private static partial Regex InUrl();

    [GeneratedRegex(@"(\b(?:password|pwd)\s*=\s*)[^;,]*", RegexOptions.IgnoreCase)]
    private static partial Regex InConnectionString();
}
