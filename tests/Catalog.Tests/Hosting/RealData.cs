namespace CareerRecs.Catalog.Tests.Hosting;

/// <summary>Publishers' files in the folder that CAREERRECS_DATA names; without it the test is skipped.</summary>
internal static class RealData
{
    public const string Onet = "onet/db_29_3_text.zip";
    public const string EarlierOnet = "onet/db_29_0_text_partial.tgz";
    public const string Esco = "esco/ESCO dataset - v1.1.1 - classification - en - csv.zip";
    public const string Crosswalk = "crosswalk/crosswalk_esco_onet.csv";
    public const string SurveyRoles = "salary/devtype_roles.json";

    public static string Find(string file)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("CAREERRECS_DATA") ?? "", file);
        Assert.SkipUnless(File.Exists(path), $"CAREERRECS_DATA names no folder with {file}");
        return path;
    }
}
