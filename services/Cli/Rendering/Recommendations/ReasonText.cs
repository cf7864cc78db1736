using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Rendering.Recommendations;

/// <summary>Why a role is on the list, in one sentence: what the person brings, what is missing, what it would add.</summary>
public static class ReasonText
{
    private const int MostNamed = 5;
    private const int MostInOtherWords = 3;
    private const int MostPhrases = 3;
    private const int MostMissing = 2;

    /// <summary>
    /// Vote of a phrase (0-1) below which it is no reason worth naming. What is shown at all is the engine's <c>leastVote</c>.
    /// </summary>
    private const double LeastNamedVote = 0.35;

    /// <summary>A missing skill that adds less than this to the fit, in thousandths of a point, is not worth naming.</summary>
    private const int LeastGain = 1000;

    /// <summary>"You have 5 of its 8 essentials: Python, SQL; missing: model deployment +9". Empty: nothing to name.</summary>
    public static string ForRole(Recommendation role)
    {
        var reasons = Skills(role).ToList();
        if (role.Held)
        {
            reasons.Insert(0, "you held this role");
        }

        var named = role.Feasibility?.InOtherWords.Take(MostInOtherWords).Select(s => s.Words).ToHashSet() ?? [];
        var phrases = role
            .Phrases.Where(p => p.Vote >= LeastNamedVote && !named.Contains(p.Text))
            .Take(MostPhrases)
            .Select(p => TrimStop(p.Text))
            .ToList();
        if (phrases.Count > 0)
        {
            reasons.Add("based on " + Words.List(phrases));
        }

        if (reasons.Count == 0)
        {
            reasons.AddRange(OtherEvidence(role));
        }

        var missing = role
            .Missing.Where(m => !m.KnownByWork && m.FitIfAcquiredMilliPoints - role.Fit.MilliPoints >= LeastGain)
            .Take(MostMissing)
            .ToList();
        if (missing.Count > 0)
        {
            reasons.Add("missing: " + string.Join(", ", missing.Select(m => $"{m.Title} {FitPoints.Gain(m, role.Fit)}")));
        }

        if (EvidenceText.Unconfirmed(role.Gates) is { Length: > 0 } requirements)
        {
            reasons.Add("requires " + requirements);
        }

        var sentence = string.Join("; ", reasons);
        return sentence.Length == 0 ? "" : char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    private static string TrimStop(string said) => said.TrimEnd('.', ' ');

    private static IEnumerable<string> Skills(Recommendation role)
    {
        var own = role.Matched.Where(m => m.ByRelated.Length == 0).OrderByDescending(m => m.Essential).Take(MostNamed).ToList();
        var essentials = string.Join(", ", own.Where(m => m.Essential).Select(m => m.Title));
        var others = string.Join(", ", own.Where(m => !m.Essential).Select(m => m.Title));
        if (role.Feasibility is { EssentialsMet: > 0 } f)
        {
            var count =
                f.EssentialsTotal == 1
                    ? "you have its one essential"
                    : $"you have {f.EssentialsMet} of its {f.EssentialsTotal} essentials";
            var inOtherWords = f.InOtherWords.Take(MostInOtherWords).Select(s => $"{s.Title} ({TrimStop(s.Words)})");
            var named = string.Join(", ", new[] { essentials }.Where(e => e.Length > 0).Concat(inOtherWords));
            yield return named.Length > 0 ? $"{count}: {named}" : count;
        }

        if (others.Length > 0)
        {
            yield return role.Feasibility is { EssentialsMet: > 0 } ? "also " + others : "you have " + others;
        }

        // A program that the role asks for by name also counts toward its kind; that goes without saying.
        var direct = own.Select(m => m.Title).ToHashSet(StringComparer.Ordinal);
        if (
            own.Count < MostNamed
            && role.Matched.FirstOrDefault(m => m.ByRelated.Length > 0 && !direct.Contains(m.ByRelated)) is { } related
        )
        {
            yield return $"{related.ByRelated} counts toward {related.Title}";
        }
    }

    /// <summary>Names what else the fit rests on, for a role that none of the skills or phrases speaks for.</summary>
    private static IEnumerable<string> OtherEvidence(Recommendation role)
    {
        foreach (var component in role.Fit.Components.OrderByDescending(c => c.MilliPoints).Where(c => c.Evidence.Count > 0))
        {
            var evidence = string.Join(", ", component.Evidence);
            var reason = component.Kind switch
            {
                ComponentKind.Titles => "close to your job: " + evidence,
                ComponentKind.Text => "words in common with your text: " + evidence,
                ComponentKind.Family => "your text resembles related work: " + evidence,
                ComponentKind.Practice => "people in this role report using " + evidence,
                ComponentKind.Meaning => "based on " + evidence,
                _ => "",
            };
            if (reason.Length > 0)
            {
                yield return reason;
                yield break;
            }
        }
    }
}
