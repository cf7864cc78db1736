using System.Globalization;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Rendering;

/// <summary>Fit in whole points, such that what is shown adds up.</summary>
public static class FitPoints
{
    /// <summary>Thousandths to whole points, halves up.</summary>
    public static int Whole(int milliPoints) => (int)Math.Floor(milliPoints / 1000m + 0.5m);

    /// <summary>
    /// The components in whole points that sum to the shown total (largest remainder), the largest first; those that
    /// show as 0 are left out.
    /// </summary>
    public static IReadOnlyList<(ComponentKind Kind, int Points)> Components(Fit fit)
    {
        var floors = fit.Components.Select(c => (int)Math.Floor(c.MilliPoints / 1000m)).ToArray();
        var spare = Whole(fit.MilliPoints) - floors.Sum();
        var byRemainder = Enumerable
            .Range(0, floors.Length)
            .OrderByDescending(i => fit.Components[i].MilliPoints - floors[i] * 1000)
            .ThenBy(i => i);
        foreach (var i in byRemainder.Take(Math.Max(spare, 0)))
        {
            floors[i]++;
        }

        return
        [
            .. fit
                .Components.Select((c, i) => (c.Kind, Points: floors[i]))
                .Where(c => c.Points != 0)
                .OrderByDescending(c => c.Points),
        ];
    }

    /// <summary>"74 = skills 38 + tools 17 + experience 13 + related 6".</summary>
    public static string Sum(Fit fit)
    {
        var parts = Components(fit);
        var sum = string.Join(" + ", parts.Select(p => $"{Words.Component(p.Kind)} {p.Points}"));
        return parts.Count == 0 ? $"{Whole(fit.MilliPoints)}" : $"{Whole(fit.MilliPoints)} = {sum}";
    }

    /// <summary>
    /// Gain of a missing skill in whole points, as the answer states it, so that the sums shown add up.
    /// </summary>
    public static string Gain(MissingSkill skill, Fit fit) =>
        skill.GainPoints > 0
            ? string.Create(CultureInfo.InvariantCulture, $"+{skill.GainPoints}")
            : Gain(skill.FitIfAcquiredMilliPoints - fit.MilliPoints);

    /// <summary>A gain: "+6" in whole points, "+0.4" in tenths where it is under one; empty where it shows as none.</summary>
    public static string Gain(int milliPoints)
    {
        if (milliPoints >= 950)
        {
            return string.Create(CultureInfo.InvariantCulture, $"+{Whole(milliPoints)}");
        }

        return milliPoints >= 50
            ? string.Create(CultureInfo.InvariantCulture, $"+{Math.Floor(milliPoints / 100m + 0.5m) / 10:0.0}")
            : "";
    }
}
