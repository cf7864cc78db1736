using CareerRecs.Salary.Places;

namespace CareerRecs.Salary.PayModels;

/// <summary>What the pay model may know of a job; empty text and null are not known.</summary>
public sealed record PayFacts
{
    /// <summary>The title in the form of <see cref="TitleKey"/>.</summary>
    public string Title { get; init; } = "";

    /// <summary>Position in the model's experience bands, 0 the lowest; between two bands it is read between them.</summary>
    public double? Band { get; init; }

    /// <summary>Country of the employer, ISO 3166-1 alpha-2.</summary>
    public string Country { get; init; } = "";

    /// <summary>Country of residence; where it is not known, that of the employer.</summary>
    public string Residence { get; init; } = "";

    /// <summary>City or metropolitan area.</summary>
    public string Place { get; init; } = "";

    /// <summary>The employer.</summary>
    public string Employer { get; init; } = "";

    /// <summary>Share of remote work: "0", "50", "100".</summary>
    public string Remote { get; init; } = "";

    /// <summary>Company size: "S", "M", "L".</summary>
    public string Size { get; init; } = "";

    /// <summary>Year of the pay; one after the last fitted year is read as the last.</summary>
    public int? Year { get; init; }

    /// <summary>The share of remote work, 0-1, as surveys ask for it: none, half, all.</summary>
    public static string RemoteOf(double share) =>
        share switch
        {
            < 0.25 => "0",
            < 0.75 => "50",
            _ => "100",
        };

    /// <summary>
    /// The size of a company of that many people as surveys ask for it: under 50, to 250, more. 0 is not known.
    /// </summary>
    public static string SizeOf(int people) =>
        people switch
        {
            <= 0 => "",
            < 50 => "S",
            <= 250 => "M",
            _ => "L",
        };

    /// <summary>An employer's name in the form in which it is compared.</summary>
    public static string EmployerKey(string name) =>
        name.Length == 0
            ? ""
            : string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}

/// <summary>A side of a job that pay may depend on, alone or with others.</summary>
public enum PayFacet
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The last word of the title: "engineer", "analyst", "manager".</summary>
    Family,

    /// <summary>The experience band.</summary>
    Band,

    /// <summary>Country of the employer.</summary>
    Country,

    /// <summary>The country where it has many rows, else all other countries together.</summary>
    Zone,

    /// <summary>The zone of an employer abroad, "home" for one in the country of residence.</summary>
    Abroad,

    /// <summary>Country of residence.</summary>
    Residence,

    /// <summary>City or metropolitan area.</summary>
    Place,

    /// <summary>The employer.</summary>
    Employer,

    /// <summary>Share of remote work.</summary>
    Remote,

    /// <summary>Company size.</summary>
    Size,

    /// <summary>The year.</summary>
    Year,
}
