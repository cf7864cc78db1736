using System.Text.RegularExpressions;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>The purpose of a call, against which the consent of people is checked where a tenant requires it.</summary>
public static partial class CallPurpose
{
    /// <summary>The metadata key, and the header by REST.</summary>
    public const string Header = "careerrecs-purpose";

    /// <summary>Purpose of a call that states none.</summary>
    public const string Default = "career-advice";

    private const int MaxLength = 100;

    /// <summary>The purpose that a call states. INVALID_ARGUMENT if it is not one that a profile can name.</summary>
    internal static string Parse(Metadata headers)
    {
        if (headers.GetValue(Header) is not { } stated)
        {
            return Default;
        }
        return stated.Length <= MaxLength && Form().IsMatch(stated)
            ? stated
            : throw Errors.Errors.InvalidArgument(
                Header,
                $"must have 1-{MaxLength} lower-case letters, digits, dots, hyphens and underscores, as in \"{Default}\""
            );
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]*\\z")]
    private static partial Regex Form();
}
