using System.Collections.Frozen;
using System.Globalization;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>
/// The words that a page shows. Its tags are read one by one and no tree is built, so that neither their number nor how deep they
/// are nested costs more than they are long. Of attributes only those count that hide or widen: no addresses, no words behind
/// pictures.
/// </summary>
internal sealed class HtmlText
{
    private static readonly FrozenSet<string> OfTheirOwn = FrozenSet.ToFrozenSet(
        [
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "br",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "ul",
        ],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Void = FrozenSet.ToFrozenSet(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"],
        StringComparer.Ordinal
    );

    /// <summary>Elements whose content is no text of the page, and how a browser would read it.</summary>
    private static readonly FrozenDictionary<string, HtmlParseMode> NotShown = new Dictionary<string, HtmlParseMode>
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

    private readonly FlowText _text = new();
    private readonly HiddenStyles _styles = new();
    private readonly ISet<string> _unread;

    /// <summary>Name of the element that is being passed over, and how many of that name are open in it.</summary>
    private string? _passed;
    private int _passedDepth;
    private bool _isHidden;

    private HtmlText(ISet<string> unread) => _unread = unread;

    public static string Read(string html, ISet<string> unread)
    {
        var page = new HtmlText(unread);
        using var source = new TextSource(html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (page._passed is not null)
            {
                page.Pass(token);
            }
            else if (token.Type == HtmlTokenType.Character)
            {
                page._text.Words(token.Data);
            }
            else if (token is HtmlTagToken tag && page.Add(tag) is { } mode)
            {
                tokenizer.State = mode;
            }
        }

        return page._text.ToString();
    }

    /// <summary>Passes over what is not shown, up to the end of its element.</summary>
    private void Pass(HtmlToken token)
    {
        if (token.Type == HtmlTokenType.Character)
        {
            if (_isHidden && !string.IsNullOrWhiteSpace(token.Data))
            {
                _unread.Add(ReadContent.HiddenText);
            }
            else if (_passed == "style")
            {
                _styles.Add(token.Data);
            }
        }
        else if (token is HtmlTagToken tag && tag.Name == _passed)
        {
            _passedDepth +=
                tag.Type == HtmlTokenType.EndTag ? -1
                : tag.IsSelfClosing ? 0
                : 1;
            // Paragraphs and items end where the next one starts.
            if (_passedDepth == 0 || (_passed is "p" or "li" && _passedDepth > 1))
            {
                _passed = null;
                Add(tag);
            }
        }
    }

    /// <summary>Adds what a tag does to the text; returns how its content is read, if not as usual.</summary>
    private HtmlParseMode? Add(HtmlTagToken tag)
    {
        Lay(tag);
        if (tag.Type != HtmlTokenType.StartTag || tag.IsSelfClosing || Void.Contains(tag.Name))
        {
            return null;
        }

        var isNotShown = NotShown.TryGetValue(tag.Name, out var mode);
        if (isNotShown || _styles.Hide(tag))
        {
            (_passed, _passedDepth, _isHidden) = (tag.Name, 1, !isNotShown);
        }

        return isNotShown ? mode : null;
    }

    private void Lay(HtmlTagToken tag)
    {
        var isStart = tag.Type == HtmlTokenType.StartTag;
        switch (tag.Name)
        {
            case "table":
                (isStart ? (Action)_text.StartTable : _text.EndTable)();
                break;
            case "tr":
                (isStart ? (Action)_text.StartRow : _text.EndRow)();
                break;
            case "td" or "th":
                (isStart ? (Action)_text.StartCell : _text.EndCell)();
                if (
                    isStart
                    && int.TryParse(tag.GetAttribute("colspan"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns)
                )
                {
                    _text.WidenCell(columns);
                }

                break;
            case "li":
                (isStart ? (Action)_text.StartItem : _text.EndItem)();
                break;
            case "thead" or "tbody":
                _text.EndRow();
                break;
            case "h1":
                (isStart ? (Action)_text.StartHeadline : _text.EndHeadline)();
                break;
            case "aside" or "main" or "nav" or "header" or "footer":
                _text.Gap();
                break;
            case "time" when isStart:
                _text.Tab();
                break;
            default:
                if (OfTheirOwn.Contains(tag.Name))
                {
                    _text.Break();
                }
                else if (
                    isStart
                    && tag.GetAttribute("style")
                        ?.Replace(" ", "", StringComparison.Ordinal)
                        .Contains("float:right", StringComparison.OrdinalIgnoreCase) == true
                )
                {
                    _text.Tab();
                }

                break;
        }
    }
}
