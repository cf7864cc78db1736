using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CareerRecs.Testing.Documents;

/// <summary>Makes Word documents out of lines.</summary>
public static class WordFile
{
    /// <summary>A paragraph a line; tabs stay tabs.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="photo">Bytes of a picture to put on top.</param>
    /// <param name="photoOf">What the picture is said to show.</param>
    public static byte[] Of(string text, byte[]? photo = null, string photoOf = "")
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            var body = new Body();
            if (photo is not null)
            {
                body.AppendChild(Picture(main, photo, photoOf));
            }
            foreach (var line in text.Split('\n'))
            {
                body.AppendChild(new Paragraph(Runs(line)));
            }
            main.Document = new Document(body);
        }

        return stream.ToArray();
    }

    private static IEnumerable<Run> Runs(string line)
    {
        var parts = line.Split('\t');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                yield return new Run(new TabChar());
            }
            yield return new Run(new Text(parts[i]) { Space = SpaceProcessingModeValues.Preserve });
        }
    }

    private static Paragraph Picture(MainDocumentPart main, byte[] photo, string photoOf)
    {
        var part = main.AddImagePart(ImagePartType.Png);
        using var bytes = new MemoryStream(photo);
        part.FeedData(bytes);
        return new Paragraph(
            new Run(
                new Drawing(
                    $"""
                    <w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
                      <wp:inline>
                        <wp:extent cx="990000" cy="990000"/>
                        <wp:docPr id="1" name="{photoOf}" descr="Photo of {photoOf}"/>
                      </wp:inline>
                    </w:drawing>
                    """
                )
            )
        );
    }
}
