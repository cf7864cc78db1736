using CareerRecs.Vocabulary;

namespace CareerRecs.Encoder;

/// <summary>Kinds of pairs made from the taxonomies and from the senses of everyday words.</summary>
public sealed class PairSets(
    Taxonomies taxonomies,
    (string[] Words, string Definition)[] senses,
    UnitTable units,
    HeldOut heldOut
)
{
    private const int EverydayPairs = 22000;

    private readonly Dictionary<string, int> _groups = [];
    private readonly Dictionary<string, int[]> _things = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All kinds.</summary>
    public List<PairSet> Build()
    {
        var occupations = taxonomies.Occupations;
        for (var i = 0; i < occupations.Count; i++)
        {
            foreach (var title in occupations[i].OtherTitles.Append(occupations[i].Title))
            {
                _things[title] = [.. _things.GetValueOrDefault(title, []), i];
            }
        }

        var numbered = occupations.Select((occupation, i) => (occupation, i)).ToArray();
        var skills = taxonomies.Skills.Select((skill, i) => (skill, i: i + occupations.Count)).ToArray();
        var profiles = new SyntheticProfiles(units, heldOut);
        var spoken = numbered.Where(o => heldOut.TrainedPhrases(o.occupation).Count > 0).ToArray();
        var phrases = spoken
            .SelectMany(o => heldOut.TrainedPhrases(o.occupation).Select(phrase => (o.occupation, o.i, phrase)))
            .ToArray();
        var speakers = phrases.ToLookup(p => p.phrase, p => p.i, StringComparer.OrdinalIgnoreCase);
        return
        [
            Fixed(
                "other title ~ title",
                60000,
                numbered.SelectMany(o =>
                    Kept(o.occupation).Select(title => Pair(title, o.occupation.Title, Things(title), o.occupation))
                )
            ),
            Fixed(
                "title ~ description",
                4000,
                numbered.Select(o => Pair(o.occupation.Title, o.occupation.Description, [o.i], o.occupation))
            ),
            Fixed(
                "other title ~ description",
                20000,
                numbered.SelectMany(o =>
                    Kept(o.occupation).Select(title => Pair(title, o.occupation.Description, Things(title), o.occupation))
                )
            ),
            Fixed(
                "task ~ title",
                20000,
                numbered.SelectMany(o => o.occupation.Tasks.Select(task => Pair(task, o.occupation.Title, [o.i], o.occupation)))
            ),
            Fixed(
                "tool ~ title",
                30000,
                numbered.SelectMany(o => o.occupation.Tools.Select(tool => Pair(tool, o.occupation.Title, [o.i], o.occupation)))
            ),
            Fixed("task ~ activity, tool ~ commodity", 25000, taxonomies.Pairs.Select(p => Pair(p.First, p.Second, [], null))),
            Fixed(
                "skill ~ other label",
                50000,
                skills.SelectMany(s => s.skill.OtherLabels.Select(label => Pair(label, s.skill.Label, [s.i], null)))
            ),
            Fixed("skill ~ description", 10000, skills.Select(s => Pair(s.skill.Label, s.skill.Description, [s.i], null))),
            Fixed(
                "crosswalk",
                6000,
                taxonomies.Crosswalk.SelectMany(c =>
                    new[]
                    {
                        Pair(c.Onet.Title, c.Esco.Title, Things(c.Onet.Title), null),
                        Pair(c.Onet.Title, c.Esco.Description, Things(c.Onet.Title), null),
                        Pair(c.Onet.Description, c.Esco.Title, Things(c.Onet.Title), null),
                    }
                )
            ),
            Fixed("word ~ definition", 40000, Senses((words, definition) => words.Select(word => (word, definition)))),
            Fixed(
                "word ~ synonym",
                20000,
                Senses((words, _) => words.Skip(1).SelectMany((second, i) => words.Take(i + 1).Select(word => (word, second))))
            ),
            new PairSet(
                "everyday phrase ~ occupation",
                EverydayPairs * 2,
                (random, count) =>
                    random
                        .GetItems(phrases, count)
                        .Select(p => SpokenPair(p.phrase, profiles.DrawTarget(p.occupation, random), p.occupation))
            ),
            new PairSet(
                "everyday phrase ~ duty",
                EverydayPairs,
                (random, count) =>
                    random
                        .GetItems(phrases, count)
                        .Select(p => SpokenPair(p.phrase, profiles.DrawDuty(p.occupation, random), p.occupation))
            ),
            Profiles(ProfileKind.Formal, 40000, numbered),
            Profiles(ProfileKind.Everyday, 40000, spoken),
            Profiles(ProfileKind.Mixed, 30000, spoken),
        ];

        PairExample SpokenPair(string phrase, int[][] second, Occupation occupation) =>
            new(PhraseRows.FindAll(units, phrase), second, [.. speakers[phrase].Order()], Group(occupation));

        PairSet Profiles(ProfileKind kind, int perEpoch, (Occupation Occupation, int Index)[] of) =>
            new(
                $"{kind} profile ~ occupation",
                perEpoch,
                (random, count) =>
                    random
                        .GetItems(of, count)
                        .Select(o => new PairExample(
                            profiles.DrawProfile(kind, o.Occupation, random),
                            profiles.DrawTarget(o.Occupation, random),
                            [o.Index],
                            Group(o.Occupation)
                        ))
            );
    }

    private IEnumerable<PairExample> Senses(Func<IEnumerable<string>, string, IEnumerable<(string First, string Second)>> pair) =>
        senses.SelectMany(
            (sense, i) => pair(sense.Words.Where(IsKnown), sense.Definition).Select(p => Pair(p.First, p.Second, [-1 - i], null))
        );

    private bool IsKnown(string phrase) => units.Segment(phrase).All(unit => unit.Row is not null);

    private List<string> Kept(Occupation occupation) => occupation.OtherTitles.Where(title => !heldOut.Contains(title)).ToList();

    private int[] Things(string title) => _things.GetValueOrDefault(title, []);

    private int Group(Occupation? occupation)
    {
        if (occupation is null)
        {
            return 0;
        }

        if (!_groups.TryGetValue(occupation.Group, out var group))
        {
            _groups[occupation.Group] = group = _groups.Count + 1;
        }

        return group;
    }

    private PairExample Pair(string first, string second, int[] things, Occupation? occupation) =>
        new(PhraseRows.FindAll(units, first), PhraseRows.FindAll(units, second), things, Group(occupation));

    private static PairSet Fixed(string name, int perEpoch, IEnumerable<PairExample> pairs)
    {
        var all = pairs.Where(pair => pair.IsUsable).ToArray();
        return new PairSet(
            $"{name} ({all.Length:N0})",
            Math.Min(perEpoch, all.Length),
            (random, count) =>
            {
                random.Shuffle(all);
                return all.Take(count);
            }
        );
    }
}
