using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Evaluation.Suites.Profiles.Baselines;

/// <summary>
/// BM25 (Robertson and Zaragoza 2009) of all words that a person writes with the titles, overview, duties and skills of a role.
/// </summary>
internal sealed class WordScores
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    private readonly Dictionary<string, List<(int Role, int Count)>> _postings = new(StringComparer.Ordinal);
    private readonly double[] _lengths;
    private readonly double _meanLength;

    /// <summary>Indexes the words of a catalog's roles.</summary>
    public WordScores(CatalogSnapshot catalog)
    {
        _lengths = new double[catalog.Roles.Length];
        for (var i = 0; i < _lengths.Length; i++)
        {
            foreach (var (stem, count) in Stems(TextsOf(catalog.Roles[i], catalog)).CountBy(stem => stem, StringComparer.Ordinal))
            {
                if (!_postings.TryGetValue(stem, out var postings))
                {
                    _postings.Add(stem, postings = []);
                }

                postings.Add((i, count));
                _lengths[i] += count;
            }
        }

        _meanLength = _lengths.Average();
    }

    /// <summary>The score of each role; a word that the person repeats counts once.</summary>
    public double[] Score(Person person)
    {
        var scores = new double[_lengths.Length];
        foreach (var stem in Stems(person.Statements).Distinct(StringComparer.Ordinal))
        {
            if (!_postings.TryGetValue(stem, out var postings))
            {
                continue;
            }

            var rarity = Math.Log(1 + ((_lengths.Length - postings.Count + 0.5) / (postings.Count + 0.5)));
            foreach (var (role, count) in postings)
            {
                var length = 1 - LengthShare + (LengthShare * _lengths[role] / _meanLength);
                scores[role] += rarity * count * (Saturation + 1) / (count + (Saturation * length));
            }
        }

        return scores;
    }

    private static IEnumerable<string> TextsOf(Role role, CatalogSnapshot catalog) =>
        role
            .AlternateTitles.Prepend(role.Title)
            .Append(role.Overview)
            .Concat(role.Responsibilities.SelectMany(duty => duty.Items.Prepend(duty.Summary).Prepend(duty.Title)))
            .Concat(role.Skills.Select(s => catalog.TryGetSkill(s.Skill, out var skill) ? skill.Title : ""));

    private static IEnumerable<string> Stems(IEnumerable<string> texts) =>
        texts.SelectMany(text => TextAnalysis.Tokenize(text)).Select(token => Stemmer.Stem(token.Text));
}
