using System.Collections.Frozen;

namespace CareerRecs.Salary.Geography;

/// <summary>
/// States and provinces outside the United States that people write after a city: "Toronto, Ontario", "Leeds, England".
/// </summary>
internal static class WorldRegions
{
    private const string Lines = """
        CA Ontario|ON|Quebec|QC|British Columbia|BC|Alberta|AB|Manitoba|Saskatchewan|Nova Scotia
        CA New Brunswick|Newfoundland and Labrador
        GB England|Scotland|Wales|Northern Ireland
        AU New South Wales|NSW|Victoria|Queensland|QLD|Western Australia|South Australia|Tasmania|ACT
        DE Bavaria|Bayern|Baden-Württemberg|Hesse|Hessen|North Rhine-Westphalia|NRW|Saxony|Lower Saxony|Brandenburg
        IN Karnataka|Maharashtra|Tamil Nadu|Telangana|Haryana|Uttar Pradesh|West Bengal|Gujarat|Kerala|Rajasthan|Andhra Pradesh
        FR Île-de-France|Provence|Occitanie|Brittany|Nouvelle-Aquitaine
        ES Catalonia|Catalunya|Andalusia|Basque Country
        IT Lombardy|Lazio|Tuscany|Piedmont|Veneto
        NL North Holland|South Holland|Noord-Holland|Zuid-Holland|North Brabant
        MX Jalisco|Nuevo León|Baja California
        BR São Paulo|Minas Gerais|Paraná|Santa Catarina|Rio Grande do Sul
        CN Guangdong|Jiangsu|Zhejiang|Sichuan
        PL Mazowieckie|Lesser Poland
        ZA Gauteng|Western Cape|KwaZulu-Natal
        """;

    /// <summary>ISO 3166-1 alpha-2 code of the country, by the region's name as places are compared.</summary>
    public static FrozenDictionary<string, string> CountryByKey { get; } =
        Lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(line => line[3..].Split('|').Select(region => (Key: PlaceKey.Of(region), Country: line[..2])))
            .ToFrozenDictionary(r => r.Key, r => r.Country, StringComparer.Ordinal);
}
