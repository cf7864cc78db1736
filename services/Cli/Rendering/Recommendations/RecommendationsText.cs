using CareerRecs.Cli.Rendering.Pay;
using CareerRecs.Matching.V1;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Rendering.Recommendations;

/// <summary>What the question was, as far as its answer is shown with it.</summary>
public sealed record Asked(string Location, bool Explain, string CatalogArgument)
{
    /// <summary>
    /// The catalog that would have been asked, where another one understands the person better: <c>catalogs/builtin</c>. Empty:
    /// none.
    /// </summary>
    public string InsteadOf { get; init; } = "";

    /// <summary>Commands that import catalogs which may know the person better, each with what it covers.</summary>
    public IReadOnlyList<(string Command, string Covers)> Imports { get; init; } = [];
}

/// <summary>The answer to `recommend`.</summary>
public static class RecommendationsText
{
    private const string Detail = "      ";

    /// <summary>Share of the roles (0-1) from which a skill is one of many trades.</summary>
    private const double CommonFrom = 0.2;

    private const string CommonOnly =
        "Very many roles ask for this, so it says little about which of them fits. Add what you do at work, or a job you held.";

    /// <summary>Lays out the answer.</summary>
    public static void Render(Page page, RecommendRolesResponse response, Asked asked)
    {
        UnderstandingText.Render(page, response.Understanding ?? new Understanding());
        if (response.InsufficientEvidence is { } insufficient)
        {
            EvidenceText.Insufficient(page, insufficient);
            AskElsewhere(page, response, asked);
            return;
        }

        page.Wrap(UnderstandingText.Labelled("Searched"), Searched(response, asked));
        if (IsCommonOnly(response.Understanding))
        {
            page.Wrap(UnderstandingText.Labelled(""), CommonOnly);
        }

        if (response.UnmatchedNotThis.Count > 0)
        {
            var declined = Words.List([.. response.UnmatchedNotThis.Select(words => $"\"{words}\"")]);
            page.Wrap(UnderstandingText.Labelled("Ignored"), $"--not {declined}: no role or family of this catalog is called so");
        }

        page.Line();
        if (response.Recommendations.Count == 0)
        {
            page.Wrap(
                "",
                response.GatedRoleCount > 0
                    ? "No role passes the filters. Remove some of them, or add --include-gated."
                    : "No role matches. Describe the work in other words, or name a few of its skills."
            );
        }

        Roles(page, response, asked);
        Footer(page, response, asked);
    }

    /// <summary>Whether all that was said is skills of very many roles.</summary>
    private static bool IsCommonOnly(Understanding? understanding) =>
        understanding is { Skills.Count: > 0, Unresolved.Count: 0, Jobs.Count: 0 }
        && understanding.Skills.All(skill => skill.RoleShare >= CommonFrom);

    private static void Roles(Page page, RecommendRolesResponse response, Asked asked)
    {
        var roles = response.Recommendations;
        if (roles.Count == 0)
        {
            return;
        }

        var titles = roles.Max(r => r.Title.Length);
        var fits = roles.Max(r => FitOf(r).Length);
        for (var i = 0; i < roles.Count; i++)
        {
            var role = roles[i];
            var padding = new string(' ', titles - role.Title.Length);
            page.Line($"{i + 1, 2}  {page.Strong(role.Title)}{padding}   {FitOf(role).PadRight(fits)}   {PayOf(role)}");
            if (ReasonText.ForRole(role) is { Length: > 0 } reasons)
            {
                page.Wrap(Detail, reasons);
            }

            foreach (var gate in role.Gates.Where(g => g.Status == GateStatus.Failed))
            {
                page.Wrap(Detail, EvidenceText.Gate(gate));
            }

            if (asked.Explain)
            {
                page.Wrap(Detail, FitPoints.Sum(role.Fit));
                EvidenceText.Explain(page, role, Detail);
            }
        }
    }

    private static string FitOf(Recommendation role) => $"{FitPoints.Whole(role.Fit.MilliPoints)} {Words.Band(role.Fit.Band)}";

    private static string PayOf(Recommendation role) => role.Pay?.Estimate is { } estimate ? MoneyText.Range(estimate) : "";

    private static string Searched(RecommendRolesResponse response, Asked asked)
    {
        var versions = response.Versions ?? new AnswerVersions();
        var searched =
            asked.InsteadOf.Length == 0
                ? $"{Words.Count(response.SearchedRoleCount, "role")}, {Words.Catalog(versions)}"
                : $"{Words.Count(response.SearchedRoleCount, "role")} of {Words.Catalog(versions)}: "
                    + $"it understands you better than {CatalogChoiceText.Name(asked.InsteadOf)}";
        return response.PayStatus switch
        {
            PayStatus.Included when FirstEstimate(response) is null => $"{searched} · no pay is known for these roles",
            PayStatus.Included when asked.Location.Length == 0 =>
                $"{searched} · pay for {PlaceOf(response, asked)} (--location for another place)",
            PayStatus.Included => $"{searched} · pay for {PlaceOf(response, asked)}",
            PayStatus.SalaryUnavailable => $"{searched} · without pay: the salary service did not answer in time",
            PayStatus.NoEvidence => $"{searched} · without pay: {response.PayMessage}",
            _ => searched,
        };
    }

    private static string PlaceOf(RecommendRolesResponse response, Asked asked)
    {
        var estimate = FirstEstimate(response);
        if (estimate is { CityWithoutFigures.Length: > 0 })
        {
            return $"{SalaryText.PlaceOf(estimate)} (no figures for {estimate.CityWithoutFigures})";
        }

        if (asked.Location.Length > 0)
        {
            return asked.Location;
        }

        return estimate switch
        {
            { Place.Length: > 0 } => estimate.Place,
            { Country: "US" } => "the United States",
            _ => estimate?.Country ?? "",
        };
    }

    private static SalaryEstimate? FirstEstimate(RecommendRolesResponse response) =>
        response.Recommendations.Select(r => r.Pay?.Estimate).FirstOrDefault(e => e is not null);

    private static void Footer(Page page, RecommendRolesResponse response, Asked asked)
    {
        if (response.CutRoleCount > 0)
        {
            page.Line($"{Words.Count(response.CutRoleCount, "weaker match", "weaker matches")} hidden; --all shows them.");
        }

        Suggest(page, response);
        page.Wrap("Fit: ", "0 to 100 points; +n is what the skill would add. Not a chance of being hired.");
        if (asked.Explain && response.Recommendations.Any(r => r.HasLikelihood))
        {
            page.Wrap(
                "Likelihood: ",
                "chance that the role matches a person's actual career, measured on real profiles among the first ten "
                    + "roles shown; not a chance of being hired."
            );
        }

        Pay(page, response);
        var shown = response.Recommendations.Count(r => r.Gates.Any(g => g.Status == GateStatus.Failed));
        if (response.GatedRoleCount > 0 && shown == 0)
        {
            var level = response.Understanding is { } understood ? Words.Level(understood.Seniority) : "";
            var yours = level.Length > 0 ? $" ({level})" : "";
            page.Wrap(
                "Left out: ",
                $"{Words.Count(response.GatedRoleCount, "role")} at a different level from yours{yours} or requiring "
                    + "education you do not have; --include-gated shows them."
            );
        }

        if (response.Recommendations.Count > 0)
        {
            var first = response.Recommendations[0].Title;
            page.Line(
                response.Recommendations.Count > 1
                    ? $"Next: careerrecs gap \"{first}\"{asked.CatalogArgument} · "
                        + $"careerrecs role \"{response.Recommendations[1].Title}\"{asked.CatalogArgument}"
                    : $"Next: careerrecs moves{asked.CatalogArgument} · careerrecs next-skills{asked.CatalogArgument}"
            );
        }

        EvidenceText.Attributions(page, response.Attributions);
    }

    private static void Pay(Page page, RecommendRolesResponse response)
    {
        if (FirstEstimate(response) is { } estimate)
        {
            page.Line(
                $"Pay: {MoneyText.Terms(estimate)}; {Words.InTen(estimate.NominalCoverage)} "
                    + $"earn in this range. Estimates, not offers."
            );
        }

        if (response.Recommendations.Any(r => MoneyText.IsLow(r.Pay?.Estimate)))
        {
            page.Wrap("", MoneyText.LowConfidenceNote);
        }

        if (response.PayStatus == PayStatus.Included && response.PayMessage.Length > 0)
        {
            page.Wrap("Pay: ", response.PayMessage);
        }
    }

    /// <summary>Where to ask instead: of another catalog that is there, else of one to import.</summary>
    private static void AskElsewhere(Page page, RecommendRolesResponse response, Asked asked)
    {
        if (response.Understanding?.BetterCatalog is { } better)
        {
            page.Wrap("", $"Next: {CatalogChoiceText.Command(better)}");
        }
        else if (asked.Imports.Count > 0)
        {
            page.Table(asked.Imports.Select(i => new[] { i.Command, i.Covers }), "  ");
        }
    }

    private static void Suggest(Page page, RecommendRolesResponse response)
    {
        if (response.Understanding?.BetterCatalog is not null)
        {
            page.Wrap("", CatalogChoiceText.Suggestion(response.Understanding, response.Versions ?? new AnswerVersions()));
        }
    }
}
