using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Import.Crosswalk;

/// <summary>
/// The crosswalk's types of match. They read from ESCO to O*NET, whatever the order of the columns: "specialised doctor"
/// has a narrow match in Cardiologists, "airport chief executive" a broad one in Chief Executives.
/// </summary>
internal static class MatchTypes
{
    /// <summary>How the O*NET occupation relates to the ESCO one. False: the type is unknown.</summary>
    public static bool TryRead(ReadOnlySpan<char> type, out CodeMatch match)
    {
        match = type switch
        {
            "exactMatch" or "exactISCO" => CodeMatch.Exact,
            "closeMatch" => CodeMatch.Close,
            "broadMatch" => CodeMatch.Broad,
            "narrowMatch" => CodeMatch.Narrow,
            _ => CodeMatch.Unspecified,
        };
        return match != CodeMatch.Unspecified;
    }

    /// <summary>The same match seen from the other side.</summary>
    public static CodeMatch Inverse(CodeMatch match) =>
        match switch
        {
            CodeMatch.Broad => CodeMatch.Narrow,
            CodeMatch.Narrow => CodeMatch.Broad,
            _ => match,
        };
}
