using System.Collections.Frozen;

namespace CareerRecs.Salary.Geography;

/// <summary>The states of the US and the District of Columbia.</summary>
public static class UsStates
{
    /// <summary>Name by postal code.</summary>
    public static FrozenDictionary<string, string> ByCode { get; } =
        new Dictionary<string, string>
        {
            ["AL"] = "Alabama",
            ["AK"] = "Alaska",
            ["AZ"] = "Arizona",
            ["AR"] = "Arkansas",
            ["CA"] = "California",
            ["CO"] = "Colorado",
            ["CT"] = "Connecticut",
            ["DE"] = "Delaware",
            ["DC"] = "District of Columbia",
            ["FL"] = "Florida",
            ["GA"] = "Georgia",
            ["HI"] = "Hawaii",
            ["ID"] = "Idaho",
            ["IL"] = "Illinois",
            ["IN"] = "Indiana",
            ["IA"] = "Iowa",
            ["KS"] = "Kansas",
            ["KY"] = "Kentucky",
            ["LA"] = "Louisiana",
            ["ME"] = "Maine",
            ["MD"] = "Maryland",
            ["MA"] = "Massachusetts",
            ["MI"] = "Michigan",
            ["MN"] = "Minnesota",
            ["MS"] = "Mississippi",
            ["MO"] = "Missouri",
            ["MT"] = "Montana",
            ["NE"] = "Nebraska",
            ["NV"] = "Nevada",
            ["NH"] = "New Hampshire",
            ["NJ"] = "New Jersey",
            ["NM"] = "New Mexico",
            ["NY"] = "New York",
            ["NC"] = "North Carolina",
            ["ND"] = "North Dakota",
            ["OH"] = "Ohio",
            ["OK"] = "Oklahoma",
            ["OR"] = "Oregon",
            ["PA"] = "Pennsylvania",
            ["RI"] = "Rhode Island",
            ["SC"] = "South Carolina",
            ["SD"] = "South Dakota",
            ["TN"] = "Tennessee",
            ["TX"] = "Texas",
            ["UT"] = "Utah",
            ["VT"] = "Vermont",
            ["VA"] = "Virginia",
            ["WA"] = "Washington",
            ["WV"] = "West Virginia",
            ["WI"] = "Wisconsin",
            ["WY"] = "Wyoming",
        }.ToFrozenDictionary();

    /// <summary>Postal codes of the states that a metropolitan area lies in: "New York-Newark-Jersey City, NY-NJ".</summary>
    public static string[] OfMetro(string name)
    {
        var comma = name.LastIndexOf(", ", StringComparison.Ordinal);
        return comma < 0 ? [] : name[(comma + 2)..].Split('-');
    }

    /// <summary>Principal cities of a metropolitan area.</summary>
    public static string[] CitiesOfMetro(string name)
    {
        var comma = name.LastIndexOf(", ", StringComparison.Ordinal);
        return (comma < 0 ? name : name[..comma]).Split(['-', '/']);
    }
}
