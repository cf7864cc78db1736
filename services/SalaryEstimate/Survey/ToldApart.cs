namespace CareerRecs.Salary.Survey;

/// <summary>
/// How many people must stand behind what a model tells apart or an answer counts: with fewer, somebody's pay shows.
/// </summary>
public static class ToldApart
{
    /// <summary>The fewest.</summary>
    public const int Fewest = 10;
}
