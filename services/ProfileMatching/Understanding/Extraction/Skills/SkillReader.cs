using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Understanding.Extraction.Education;
using CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Skills;

/// <summary>A skill read from a text.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Kind">How the words name it.</param>
/// <param name="Start">Where they stand first.</param>
/// <param name="End">Where they end, exclusive.</param>
/// <param name="Confidence">How sure it is that they name it, 0-1.</param>
/// <param name="Times">How long, lately and well, of all places that name it.</param>
internal readonly record struct ReadSkill(Skill Skill, MatchKind Kind, int Start, int End, double Confidence, SkillTimes Times);

/// <summary>
/// Reads the skills that a text names: once each, where first named, without those it denies and without ambiguous or everyday
/// words out of context.
/// </summary>
internal static class SkillReader
{
    private const double VariantConfidence = 0.95;

    public static List<ReadSkill> Read(
        SectionedText document,
        CatalogSnapshot snapshot,
        IReadOnlyList<ReadJob>? jobs = null,
        DateOnly? today = null,
        CancellationToken cancellationToken = default
    )
    {
        var (text, tokens, sections) = document;
        var mentions = snapshot.SkillLexicon.Find(tokens, text);
        if (mentions.Count == 0)
        {
            return [];
        }
        var ambiguous = new AmbiguousSkills(text, tokens, mentions, snapshot, sections);
        var denied = Denials.Find(text, tokens);
        var loose = LooseAliases.Of(snapshot);
        var bracketed = new BracketedAcronyms(text, tokens, mentions, snapshot);
        var employers = new EmployerNames(text, tokens, jobs ?? []);
        var (degrees, fields) = FactReader.FindDegrees(text);
        // Most of a long text stands behind the last of them.
        var degreesEnd = degrees.Concat(fields).Select(line => line.End).DefaultIfEmpty().Max();
        var nouns = OccupationNouns.ForCatalog(snapshot);
        var isSkill = new bool[tokens.Count];
        foreach (var mention in mentions)
        {
            isSkill.AsSpan(mention.FirstToken, mention.TokenCount).Fill(true);
        }
        var beside = new SkillTimeReader(text, tokens, isSkill, sections, today);
        var read = new List<ReadSkill>();
        var known = new Dictionary<int, int>();
        var looseWords = new Dictionary<(int Skill, string Word), bool>();
        for (var i = 0; i < mentions.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var mention = mentions[i];
            var confidence = IsLoose(mention)
                ? mention.TokenCount > 1
                    ? 0
                    : ambiguous.Confidence(i)
                : snapshot.Skills[mention.Skill].Ambiguous || IsShortForm(mention)
                    ? ambiguous.Confidence(i)
                    : IsOccupation(mention)
                        ? ambiguous.ConfidenceOfWord(i)
                        : 1;
            var last = mention.FirstToken + mention.TokenCount - 1;
            if (
                confidence == 0
                || denied[mention.FirstToken]
                || Denials.IsDeniedBehind(text, tokens, last)
                || bracketed.IsOther(i)
                || IsVariantOfOtherName(mention)
                || VendorNames.IsOfOtherProduct(text, tokens, mentions, i)
                || employers.Contains(mention)
                || IsVerbOfTwoWords(mention)
                || (tokens[mention.FirstToken].Start < degreesEnd && IsOfDegree(mention))
            )
            {
                continue;
            }

            if (mention.Kind == MatchKind.Variant)
            {
                confidence *= VariantConfidence;
            }
            var start = tokens[mention.FirstToken].Start;
            var times = beside.Read(mention).Or(new SkillTimes(null, LastUse(jobs, start, today), default));
            if (known.TryAdd(mention.Skill, read.Count))
            {
                read.Add(new ReadSkill(snapshot.Skills[mention.Skill], mention.Kind, start, tokens[last].End, confidence, times));
                continue;
            }

            var first = read[known[mention.Skill]];
            read[known[mention.Skill]] = first with
            {
                Confidence = Math.Max(first.Confidence, confidence),
                Times = first.Times.Or(times),
            };
        }

        return read;

        // "PRINCE2 Practitioner" certifies no Prince, "point of sale software" is no software for sales.
        bool IsVariantOfOtherName(SkillMention mention) =>
            mention.Kind == MatchKind.Variant
            && (
                sections.At(tokens[mention.FirstToken].Start) == Section.Certifications
                || (
                    mention.FirstToken > 1
                    && tokens[mention.FirstToken - 1].Text == "of"
                    && sections.At(tokens[mention.FirstToken].Start) == Section.Skills
                    && !SkillCues.Cues.Contains(tokens[mention.FirstToken - 2].Text)
                )
            );

        // "Lock up" is no hair.
        bool IsVerbOfTwoWords(SkillMention mention) =>
            mention.TokenCount == 1
            && mention.FirstToken + 1 < tokens.Count
            && tokens[mention.FirstToken + 1].Text is "up" or "down" or "off" or "out" or "away"
            && !LineParts.AreApart(text, tokens[mention.FirstToken], tokens[mention.FirstToken + 1]);

        // A long text says the same words again and again.
        bool IsLoose(SkillMention mention)
        {
            if (mention.TokenCount > 1)
            {
                return loose.Has(mention, tokens);
            }

            var word = (mention.Skill, tokens[mention.FirstToken].Text);
            if (!looseWords.TryGetValue(word, out var isLoose))
            {
                looseWords.Add(word, isLoose = loose.Has(mention, tokens));
            }

            return isLoose;
        }

        // A chef by trade is not one who knows Chef.
        bool IsOccupation(SkillMention mention) => mention.TokenCount == 1 && nouns.Contains(tokens[mention.FirstToken].Text);

        bool IsOfDegree(SkillMention mention)
        {
            var start = tokens[mention.FirstToken].Start;
            var end = tokens[mention.FirstToken + mention.TokenCount - 1].End;
            return degrees.Any(degree => degree.Contains(start)) || fields.Any(field => IsPart(field, start, end));
        }

        static bool IsPart(TextLine field, int start, int end) =>
            field.Contains(start) && (start > field.Start || end < field.End);

        // "Node" for "Node.js".
        bool IsShortForm(SkillMention mention) =>
            mention is { Kind: MatchKind.Variant, TokenCount: 1 }
            && snapshot
                .Skills[mention.Skill]
                .Title.StartsWith(tokens[mention.FirstToken].Text + ".", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The year in which the job ended in whose lines a place is; 0 where it is in none, or when it ended is not told.
    /// </summary>
    private static int LastUse(IReadOnlyList<ReadJob>? jobs, int place, DateOnly? today)
    {
        var (low, high) = (0, (jobs?.Count ?? 0) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var job = jobs![middle];
            if (place < job.LinesStart)
            {
                high = middle - 1;
            }
            else if (place >= job.LinesEnd)
            {
                low = middle + 1;
            }
            else
            {
                return job.Job.Current ? today?.Year ?? 0 : job.Job.End?.Year ?? 0;
            }
        }

        return 0;
    }
}
