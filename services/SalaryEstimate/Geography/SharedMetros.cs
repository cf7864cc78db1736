using System.Collections.Frozen;

namespace CareerRecs.Salary.Geography;

/// <summary>Which share of the people of a metropolitan area of several states lives in each of them.</summary>
internal static class SharedMetros
{
    private const double First = 0.7; // of an area that is not listed: most live in the state that it is named after first

    /// <summary>
    /// The larger areas, by CBSA: counties of the 2020 census added up and rounded, entered by hand and, like the populations,
    /// not checked against the tables.
    /// </summary>
    private static readonly FrozenDictionary<string, (string State, double Share)[]> Larger = new Dictionary<
        string,
        (string, double)[]
    >
    {
        ["10900"] = [("PA", 0.87), ("NJ", 0.13)], // Allentown
        ["14460"] = [("MA", 0.91), ("NH", 0.09)], // Boston
        ["16740"] = [("NC", 0.85), ("SC", 0.15)], // Charlotte
        ["16980"] = [("IL", 0.92), ("IN", 0.08)], // Chicago
        ["17140"] = [("OH", 0.77), ("KY", 0.2), ("IN", 0.03)], // Cincinnati
        ["28140"] = [("MO", 0.59), ("KS", 0.41)], // Kansas City
        ["31140"] = [("KY", 0.79), ("IN", 0.21)], // Louisville
        ["32820"] = [("TN", 0.755), ("MS", 0.21), ("AR", 0.035)], // Memphis
        ["33460"] = [("MN", 0.96), ("WI", 0.04)], // Minneapolis
        ["35620"] = [("NY", 0.65), ("NJ", 0.35)], // New York
        ["36540"] = [("NE", 0.87), ("IA", 0.13)], // Omaha
        ["37980"] = [("PA", 0.68), ("NJ", 0.215), ("DE", 0.09), ("MD", 0.015)], // Philadelphia
        ["38900"] = [("OR", 0.795), ("WA", 0.205)], // Portland
        ["39300"] = [("RI", 0.655), ("MA", 0.345)], // Providence
        ["41180"] = [("MO", 0.76), ("IL", 0.24)], // St. Louis
        ["47260"] = [("VA", 0.97), ("NC", 0.03)], // Virginia Beach
        ["47900"] = [("VA", 0.48), ("MD", 0.4), ("DC", 0.11), ("WV", 0.01)], // Washington
    }.ToFrozenDictionary();

    /// <summary>The share of a state; 0 where the area does not lie in it.</summary>
    /// <param name="cbsa">Code of the area.</param>
    /// <param name="name">Its name, which ends with its states.</param>
    /// <param name="state">Postal code.</param>
    public static double ShareOf(string cbsa, string name, string state)
    {
        var states = UsStates.OfMetro(name);
        var at = Array.IndexOf(states, state);
        if (at < 0)
        {
            return 0;
        }
        if (Larger.TryGetValue(cbsa, out var shares) && shares.Length == states.Length)
        {
            return shares.FirstOrDefault(s => s.State == state).Share;
        }
        return states.Length == 1 ? 1
            : at == 0 ? First
            : (1 - First) / (states.Length - 1);
    }
}
