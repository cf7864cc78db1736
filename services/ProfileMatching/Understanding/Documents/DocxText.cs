using System.Text.RegularExpressions;
using System.Xml;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>
/// The text of a Word document: headers, each line once, then the body, then footers. Pictures, comments and what was deleted or
/// moved away under tracked changes are left out.
/// </summary>
internal static partial class DocxText
{
    public static string Read(ReadOnlyMemory<byte> content, ISet<string> unread, CancellationToken cancellationToken)
    {
        try
        {
            using var package = new DocxPackage(content);
            var body = package.FindBody();
            var lines = new TextLines();
            var repeated = new HashSet<string>(StringComparer.Ordinal);
            AddMargins(package.FindRelated(body, "header"));
            lines.Text(Text(body));
            AddMargins(package.FindRelated(body, "footer"));
            return lines.ToString();

            string Text(string part)
            {
                using var reader = package.Open(part);
                return new DocxPart(reader, unread).Read(cancellationToken);
            }

            // Of the first, odd and even pages; the same on most of them.
            void AddMargins(IEnumerable<string> parts)
            {
                foreach (
                    var line in parts
                        .SelectMany(part => Text(part).Split('\n'))
                        .Where(line => !PageNumber().IsMatch(line) && repeated.Add(line))
                )
                {
                    lines.Text(line);
                }
            }
        }
        catch (Exception e)
            when (e is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException)
        {
            throw new UnreadableDocumentException(
                "is a Word document that cannot be read, broken or incomplete; save it anew as .docx, or send PDF or plain text",
                e
            );
        }
    }

    [GeneratedRegex(
        @"^(page)?[\s0-9/|–-]*(of)?[\s0-9]*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PageNumber();
}
