using System.Globalization;
using System.Xml;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>
/// The text of one part of a Word document, read element by element, so that neither their number nor their depth takes memory.
/// </summary>
/// <param name="reader">The part.</param>
/// <param name="unread">Where to note what is left out.</param>
internal sealed class DocxPart(XmlReader reader, ISet<string> unread)
{
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private const string White = "FFFFFF";

    /// <summary>Half points up to which letters are too small to read.</summary>
    private const int MostHiddenSize = 2;

    /// <summary>Namespaces of WordprocessingML: as programs save it, and in its strict form.</summary>
    private static readonly string[] Word =
    [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ];

    private readonly FlowText _text = new();
    private readonly Stack<bool> _alternatives = new();

    /// <summary>Whether a ground in a colour is set anywhere so far, on which white letters are seen.</summary>
    private bool _hasGround;

    private bool _isHidden;
    private bool _isHeading;

    public string Read(CancellationToken cancellationToken)
    {
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (IsSkipped())
            {
                reader.Skip();
            }

            if (IsWord && reader.NodeType == XmlNodeType.Element)
            {
                Start();
            }
            else if (IsWord && reader.NodeType == XmlNodeType.EndElement)
            {
                End(reader.LocalName);
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "AlternateContent", NamespaceURI: Compatibility })
            {
                _alternatives.Pop();
            }
        }

        return _text.ToString();
    }

    private bool IsWord => Array.IndexOf(Word, reader.NamespaceURI) >= 0;

    /// <summary>
    /// Whether the element is no text of the document: deleted, moved away, or said already in another way, as newer programs
    /// show it and, for older ones, as a fallback.
    /// </summary>
    private bool IsSkipped()
    {
        if (reader.NodeType != XmlNodeType.Element)
        {
            return false;
        }

        if (reader.NamespaceURI != Compatibility)
        {
            return reader.LocalName is "del" or "moveFrom" && IsWord;
        }

        switch (reader.LocalName)
        {
            case "AlternateContent" when !reader.IsEmptyElement:
                _alternatives.Push(false);
                return false;
            case "Choice" or "Fallback" when _alternatives.TryPop(out var isRead):
                _alternatives.Push(true);
                return isRead;
            default:
                return false;
        }
    }

    private void Start()
    {
        switch (reader.LocalName)
        {
            case "p":
                _isHeading = false;
                _text.EndItem();
                break;
            case "pPr":
                ReadProperties(ReadOfParagraph);
                break;
            case "r":
                _isHidden = false;
                break;
            case "rPr":
                ReadProperties(ReadOfRun);
                break;
            case "tcPr":
                ReadProperties(ReadOfCell);
                break;
            case "tblStyle" or "txbxContent" or "background":
                _hasGround = true;
                break;
            case "tbl":
                _text.StartTable();
                break;
            case "tr":
                _text.StartRow();
                break;
            case "tc":
                _text.StartCell();
                break;
            case "t" when !reader.IsEmptyElement:
                AddWords();
                break;
            default:
                AddSign();
                break;
        }

        if (reader is { NodeType: XmlNodeType.Element, IsEmptyElement: true })
        {
            End(reader.LocalName);
        }
    }

    private void AddSign()
    {
        switch (reader.LocalName)
        {
            case "tab" or "ptab":
                _text.Tab();
                break;
            case "noBreakHyphen":
                _text.Words("-");
                break;
            case "sym":
                _text.Words(" • ");
                break;
            case "br" or "cr":
                _text.Break();
                break;
        }
    }

    private void End(string element)
    {
        switch (element)
        {
            case "p":
                _text.EndItem();
                break;
            case "tc":
                _text.EndCell();
                break;
            case "tr":
                _text.EndRow();
                break;
            case "tbl":
                _text.EndTable();
                break;
        }
    }

    /// <summary>Adds the text up to the element's end, piece by piece.</summary>
    private void AddWords()
    {
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (
                reader.NodeType
                is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            )
            {
                continue;
            }

            if (!_isHidden)
            {
                _text.Words(reader.Value);
            }
            else if (!string.IsNullOrWhiteSpace(reader.Value))
            {
                unread.Add(ReadContent.HiddenText);
            }
        }
    }

    /// <summary>Goes through the elements of properties, up to their end.</summary>
    private void ReadProperties(Action read)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            // As they were before a tracked change.
            while (reader.NodeType == XmlNodeType.Element && reader.LocalName.EndsWith("PrChange", StringComparison.Ordinal))
            {
                reader.Skip();
            }

            if (reader.Depth <= depth)
            {
                return;
            }

            if (reader.NodeType == XmlNodeType.Element && IsWord)
            {
                ReadGround();
                read();
            }
        }
    }

    private void ReadGround() =>
        _hasGround |=
            reader.LocalName == "highlight"
            || (reader.LocalName == "shd" && Attribute("fill") is { } fill && fill is not ("auto" or White or ""));

    private void ReadOfParagraph()
    {
        switch (reader.LocalName)
        {
            case "pStyle":
                _isHeading =
                    Attribute("val") is { } style && (style.StartsWith("Heading", StringComparison.Ordinal) || style is "Title");
                break;
            // "0" takes a paragraph out of the list that its style puts it in.
            case "numId" when !_isHeading && Attribute("val") != "0":
                _text.StartItem();
                break;
        }
    }

    private void ReadOfRun() =>
        _isHidden |= reader.LocalName switch
        {
            "vanish" => Attribute("val") is not ("0" or "false" or "off"),
            "sz" => int.TryParse(Attribute("val"), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                && size <= MostHiddenSize,
            "color" => Attribute("val") == White && !_hasGround,
            _ => false,
        };

    private void ReadOfCell()
    {
        if (
            reader.LocalName == "gridSpan"
            && int.TryParse(Attribute("val"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns)
        )
        {
            _text.WidenCell(columns);
        }
    }

    private string? Attribute(string name) => reader.GetAttribute(name, reader.NamespaceURI);
}
