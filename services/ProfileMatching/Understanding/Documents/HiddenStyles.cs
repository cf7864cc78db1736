using System.Text.RegularExpressions;
using AngleSharp.Html.Parser.Tokens;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>
/// Tells elements of a page that a browser does not show: by their attributes, and by rules of the page's own style sheets for
/// one class, id or element.
/// </summary>
internal sealed partial class HiddenStyles
{
    private const int MostRules = 2_000;

    private readonly HashSet<string> _selectors = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes the rules of a style sheet that hide.</summary>
    public void Add(string sheet)
    {
        foreach (Match rule in Rule().Matches(sheet))
        {
            if (_selectors.Count < MostRules && Hides(rule.Groups["style"].ValueSpan))
            {
                _selectors.UnionWith(
                    rule.Groups["selectors"]
                        .Value.Split(',', StringSplitOptions.TrimEntries)
                        .Where(selector => SimpleSelector().IsMatch(selector))
                );
            }
        }
    }

    /// <summary>Whether the tag starts an element that is not shown.</summary>
    public bool Hide(HtmlTagToken tag)
    {
        foreach (var attribute in tag.Attributes)
        {
            var isHidden = attribute.Name switch
            {
                "hidden" => true,
                "style" => Hides(attribute.Value),
                "id" => _selectors.Count > 0 && _selectors.Contains("#" + attribute.Value),
                "class" => _selectors.Count > 0
                    && attribute
                        .Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                        .Any(name => _selectors.Contains("." + name) || _selectors.Contains($"{tag.Name}.{name}")),
                _ => false,
            };
            if (isHidden)
            {
                return true;
            }
        }

        return _selectors.Contains(tag.Name);
    }

    private static bool Hides(ReadOnlySpan<char> style) => Hiding().IsMatch(style);

    [GeneratedRegex(
        @"(?<selectors>[^{}]{1,300})\{(?<style>[^{}]{0,2000})\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Rule();

    [GeneratedRegex(
        @"^([a-z][a-z0-9]*)?([.#][\w-]+)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SimpleSelector();

    [GeneratedRegex(
        """
            (^|[;\s{]) (
                display \s* : \s* none
              | visibility \s* : \s* (hidden|collapse)
              | opacity \s* : \s* 0 (\.0*)? \s* ([;!]|$)
              | font-size \s* : \s* (0 (\.0*)? (em|rem|%)? | [01]? (\.[0-9]*)? (px|pt)) \s* ([;!]|$)    # under 2 pixels
              | color \s* : \s* (transparent | rgba\( [^)]* , \s* 0 \s* \)) \s* ([;!]|$)
            )
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.CultureInvariant
            | RegexOptions.IgnoreCase
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Hiding();
}
