using System.Runtime.CompilerServices;

namespace CareerRecs.Evaluation.Suites.Profiles;

/// <summary>Prints answers for a developer to read: all of them, or those that fail.</summary>
internal static class ProfilePrinter
{
    private const int RolesOfFailing = 3;

    /// <summary>Prints what the options ask for; nothing by default.</summary>
    public static void Print(PeopleOptions options, IReadOnlyList<ProfileOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            var fails = !outcome.Cut.RightFirst || outcome.Cut.Absurd.Count > 0;
            if (options.Show)
            {
                PrintRoles(outcome.Person, outcome.Cut, outcome.Uncut);
            }
            else if (options.ShowFailing && fails)
            {
                PrintFailing(outcome.Person, outcome.Cut);
            }
        }
    }

    private static void PrintRoles(Person person, Judgement shown, Judgement uncut)
    {
        var title = string.IsNullOrEmpty(person.Title) ? "" : $" | {person.Title}";
        var stated = string.IsNullOrEmpty(person.Text) ? string.Join(", ", person.Skills) : person.Text.ReplaceLineEndings(" ");
        Console.WriteLine(Invariant($"\n{Mark(shown), -5}{person.Catalog} {person.Id}: {stated} | {person.Years} y{title}"));
        if (shown.Roles.Count == 0)
        {
            Console.WriteLine("      (abstained)");
        }

        var names = shown.Roles.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < uncut.Roles.Count; i++)
        {
            var role = uncut.Roles[i];
            var essentials = $"{role.EssentialsMet}/{role.EssentialsTotal}";
            var cut = names.Contains(role.Name) ? "" : "  (cut)";
            Console.WriteLine(
                Invariant(
                    $"   {i + 1, 2} {Mark(person, uncut, role)} {role.Fit, 5:0.0} "
                        + $"{role.Band, -9}{role.Title, -48} {essentials}{cut}"
                )
            );
        }
    }

    private static void PrintFailing(Person person, Judgement judged)
    {
        var first =
            judged.Roles.Count == 0
                ? "(abstained)"
                : string.Join(" | ", judged.Roles.Take(RolesOfFailing).Select(r => Invariant($"{r.Title} {r.Fit:0}")));
        var absurd = judged.Absurd.Count == 0 ? "" : $"  !! {string.Join("; ", judged.Absurd.Select(r => r.Title))}";
        Console.WriteLine($"{Mark(judged), -5}{person.Catalog, -8} {person.Id, -28} {first}{absurd}");
    }

    /// <summary>ok: the first role is right; 3: one of the first three is; MISS: none is.</summary>
    private static string Mark(Judgement judged) =>
        judged.RightFirst ? "ok"
        : judged.RightInThree ? "3"
        : "MISS";

    /// <summary>++ right, + fine, !! absurd.</summary>
    private static string Mark(Person person, Judgement judged, ShownRole role)
    {
        if (RolePatterns.Fits(role.Title, person.Accept))
        {
            return "++";
        }

        return judged.RightOrFine.Contains(role) ? "+ "
            : judged.Absurd.Contains(role) ? "!!"
            : "  ";
    }

    private static string Invariant(ref DefaultInterpolatedStringHandler text) => text.ToStringAndClear();
}
