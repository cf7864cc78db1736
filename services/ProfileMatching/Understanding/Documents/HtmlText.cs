using System.Collections.Frozen;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace CareerRecs.Matching.Understanding.Documents;

/// <summary>
/// The words that a page shows. Its tags are read one by one and no tree is built, so that neither their number nor how deep they are
/// nested costs more than they are long. Attributes are not read: no addresses, no words behind pictures.
/// </summary>
internal static class HtmlText
{
    private static readonly FrozenSet<string> OfTheirOwn = FrozenSet.ToFrozenSet(
        ["address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
         "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "thead", "tr", "ul"],
        StringComparer.Ordinal);

    /// <summary>Elements whose content is no text of the page, and how a browser would read it.</summary>
    private static readonly FrozenDictionary<string, HtmlParseMode> NotShown = new Dictionary<string, HtmlParseMode>(StringComparer.Ordinal)
    {
        ["iframe"] = HtmlParseMode.Rawtext,
        ["noscript"] = HtmlParseMode.PCData,
        ["script"] = HtmlParseMode.Script,
        ["style"] = HtmlParseMode.Rawtext,
        ["svg"] = HtmlParseMode.PCData,
        ["template"] = HtmlParseMode.PCData,
        ["textarea"] = HtmlParseMode.RCData,
        ["title"] = HtmlParseMode.RCData,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Read(string html)
    {
        var lines = new TextLines();
        using var source = new TextSource(html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        string? hidden = null;
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (hidden is not null)
            {
                if (token.Type == HtmlTokenType.EndTag && token.Name == hidden) hidden = null;
            }
            else if (token.Type == HtmlTokenType.Character)
            {
                lines.Words(token.Data);
            }
            else if (token is HtmlTagToken tag)
            {
                if (OfTheirOwn.Contains(tag.Name)) lines.Break();
                else if (tag.Name is "td" or "th") lines.Tab();
                if (tag.Type != HtmlTokenType.StartTag || tag.IsSelfClosing || !NotShown.TryGetValue(tag.Name, out var mode)) continue;
                hidden = tag.Name;
                tokenizer.State = mode;
            }
        }

        return lines.ToString();
    }
}
