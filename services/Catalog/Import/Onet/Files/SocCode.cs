namespace CareerRecs.Catalog.Import.Onet.Files;

/// <summary>The US Standard Occupational Classification of 2018 and O*NET's extension of it.</summary>
public static class SocCode
{
    /// <summary>The minor group of a SOC code. Three of them are narrower than their thousand.</summary>
    public static string Family(string soc) =>
        soc[..5] switch
        {
            "15-12" => "15-1200",
            "31-11" => "31-1100",
            "51-51" => "51-5100",
            _ => soc[..4] + "000",
        };

    /// <summary>Whether this is an O*NET-SOC code, "15-2051.00".</summary>
    public static bool IsOnet(ReadOnlySpan<char> code)
    {
        if (code.Length != 10 || code[2] != '-' || code[7] != '.')
        {
            return false;
        }
        for (var i = 0; i < code.Length; i++)
        {
            if (i is not (2 or 7) && !char.IsAsciiDigit(code[i]))
            {
                return false;
            }
        }

        return true;
    }
}
