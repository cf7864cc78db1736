using System.Globalization;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;
using Google.Type;

namespace CareerRecs.Evaluation.Suites.Documents;

/// <summary>Counts what was read of a document against its truth.</summary>
internal sealed class Marker(Truth truth, ReadDocument read, Understood understood, CatalogSnapshot catalog)
{
    private const double YearsApart = 0.5;

    private readonly Dictionary<string, Count> _counts = [];
    private readonly List<string> _misses = [];
    private readonly List<(TrueJob True, HeldJob? Read)> _jobs = Pair(truth.Jobs, [.. read.Profile.Jobs]);

    /// <summary>The document's score.</summary>
    public Score Mark(string file)
    {
        MarkTitles();
        MarkDates();
        MarkLevels();
        MarkYears();
        MarkSkills();
        MarkEducation();
        MarkCertifications();
        MarkName();
        return new Score(file, truth, read.Text, _counts, _misses);
    }

    private void MarkTitles()
    {
        foreach (var (job, found) in _jobs)
        {
            Add("titles recall", found is not null, $"title not read: {job.Title}");
        }

        var right = _jobs.Select(pair => pair.Read).OfType<HeldJob>().ToHashSet(ReferenceEqualityComparer.Instance);
        // The title at the head is the person's, whether or not the document lists a job of that title.
        foreach (var job in read.Profile.Jobs.Where(job => right.Contains(job) || !IsHeadline(job)))
        {
            Add("titles precision", right.Contains(job), $"no title: {job.Title}");
        }
    }

    private void MarkDates()
    {
        foreach (var (job, found) in _jobs)
        {
            var isStart = found?.Start is { } start && start.Year == job.Start.Year && start.Month == job.Start.Month;
            var isEnd = job.End is { } end
                ? found is { Current: false, End: { } read } && read.Year == end.Year && read.Month == end.Month
                : found is { Current: true };
            Add("dates", isStart, $"start of {job.Title}: {Show(found?.Start)} for {job.Start.Year}-{job.Start.Month}");
            Add("dates", isEnd, $"end of {job.Title}: {Show(found?.End)} for {job.End?.Year}-{job.End?.Month}");
            Add(
                "not dropped",
                found is not null && (found.Start is not null || IsUnread(job)) || IsUnread(job),
                $"silently dropped: {job.Title}"
            );
        }
    }

    private void MarkLevels()
    {
        foreach (var (job, found) in _jobs.Where(pair => pair.True.Level is not null))
        {
            var level = found is null ? (Seniority?)null : catalog.TitleLexicon.Read(found.Title, 1).Seniority;
            var expected = job.Level!.Length == 0 ? Seniority.Unspecified : Enum.Parse<Seniority>(job.Level, ignoreCase: true);
            Add("levels", level == expected, $"level of {job.Title}: {level} for {expected}");
        }
    }

    private void MarkYears()
    {
        var years = understood.Shown.HasYearsExperience ? understood.Shown.YearsExperience : (double?)null;
        Add(
            "years",
            years >= truth.Years[0] - YearsApart && years <= truth.Years[1] + YearsApart,
            string.Create(CultureInfo.InvariantCulture, $"years {years} for {truth.Years[0]} to {truth.Years[1]}")
        );
    }

    private void MarkSkills()
    {
        var expected = Resolve(MatchKind.Title, MatchKind.Alias);
        // A name that the catalog knows by another form of it alone counts neither way, nor do the words of titles and fields of
        // study: they say something of the person, and not that the skill is one of theirs.
        var near = Resolve(MatchKind.Title, MatchKind.Alias, MatchKind.Variant);
        var found = read.Skills.ToDictionary(s => s.Skill.Name, s => read.Text[s.Start..s.End], StringComparer.Ordinal);
        foreach (var skill in expected)
        {
            Add("skills recall", found.ContainsKey(skill), $"skill not read: {skill}");
        }

        foreach (
            var (skill, words) in found.Where(f => expected.Contains(f.Key) || !(near.Contains(f.Key) || IsOfTitle(f.Value)))
        )
        {
            Add("skills precision", expected.Contains(skill), $"no skill: {skill} in \"{words}\"");
        }
    }

    private void MarkEducation()
    {
        var left = read.Profile.Education.ToList();
        foreach (var degree in truth.Education)
        {
            var level = Enum.Parse<EducationLevel>(degree.Level.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
            var found = left.Find(held =>
                held.Level == level
                && (degree.Field.Length == 0 || held.Field.Equals(degree.Field, StringComparison.OrdinalIgnoreCase))
            );
            Add("education recall", found is not null, $"degree not read: {degree.Level} {degree.Field}");
            if (found is not null)
            {
                left.Remove(found);
            }
        }

        var all = read.Profile.Education.Count;
        _counts["education precision"] = new Count(all - left.Count, all);
        _misses.AddRange(left.Select(held => $"no degree: {held.Level} {held.Field}"));
    }

    private void MarkCertifications()
    {
        var left = read.Profile.Certifications.ToList();
        foreach (var name in truth.Certifications)
        {
            var found = left.Find(held => Words(held).SequenceEqual(Words(name)));
            Add("certifications recall", found is not null, $"certification not read: {name}");
            if (found is not null)
            {
                left.Remove(found);
            }
        }

        var all = read.Profile.Certifications.Count;
        _counts["certifications precision"] = new Count(all - left.Count, all);
        _misses.AddRange(left.Select(held => $"no certification: {held}"));
    }

    private void MarkName()
    {
        var words = TextAnalysis.Tokenize(read.Text).Select(token => token.Text).ToHashSet(StringComparer.Ordinal);
        var left = truth.Name.SelectMany(Words).Where(words.Contains).ToList();
        Add("name blanked", left.Count == 0, $"name left: {string.Join(' ', left)}");
    }

    private bool IsHeadline(HeldJob job) =>
        job.Start is null && job.End is null && Words(job.Title).SequenceEqual(Words(truth.Headline));

    private bool IsOfTitle(string words) =>
        truth
            .Jobs.Select(job => job.Title)
            .Append(truth.Headline)
            .Concat(truth.Education.Select(degree => degree.Field))
            .Any(title => !Words(words).Except(Words(title)).Any());

    /// <summary>Whether the unread parts of the document show the job: its title, or its dates.</summary>
    private bool IsUnread(TrueJob job) =>
        read.Unread.Any(unread =>
            unread.Text.Contains(job.Title, StringComparison.OrdinalIgnoreCase)
            || unread.Text.Contains(job.Start.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        );

    /// <summary>Each true job with the job read of the same title; of several, those whose starts agree first.</summary>
    private static List<(TrueJob True, HeldJob? Read)> Pair(IReadOnlyList<TrueJob> jobs, List<HeldJob> read)
    {
        var pairs = new List<(TrueJob, HeldJob?)>();
        foreach (var job in jobs)
        {
            var found = read.Where(held => Words(held.Title).SequenceEqual(Words(job.Title)))
                .OrderByDescending(held => held.Start?.Year == job.Start.Year)
                .FirstOrDefault();
            if (found is not null)
            {
                read.Remove(found);
            }

            pairs.Add((job, found));
        }

        return pairs;
    }

    /// <summary>The true skills that the catalog knows in one of these ways.</summary>
    private HashSet<string> Resolve(params MatchKind[] kinds) =>
        truth
            .Skills.Select(catalog.SkillLexicon.Resolve)
            .Where(resolved => kinds.Contains(resolved.Kind))
            .Select(resolved => resolved.Skill)
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Words(string text) => TextAnalysis.Tokenize(text).Select(token => token.Text);

    private static string Show(Date? date) =>
        date is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{date.Year}-{date.Month}");

    private void Add(string metric, bool isRight, string miss)
    {
        _counts[metric] = _counts.GetValueOrDefault(metric) + new Count(isRight ? 1 : 0, 1);
        if (!isRight)
        {
            _misses.Add(miss);
        }
    }
}
