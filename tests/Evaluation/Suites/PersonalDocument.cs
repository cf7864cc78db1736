using System.Net;
using System.Text;
using System.Text.Json;
using CareerRecs.Matching.V1;
using CareerRecs.Testing.Documents;
using Google.Protobuf;

namespace CareerRecs.Evaluation.Suites;

/// <summary>A resume made out to be somebody's, in some format: head, resume, a letter's closing and signature.</summary>
internal static class PersonalDocument
{
    public static string[] Formats { get; } = ["text", "markdown", "html", "docx", "pdf", "json"];

    /// <summary>The document. The number chooses the layout; the same number gives the same layout whoever it is about.</summary>
    public static Document Make(string resume, Identity person, string format, int number)
    {
        var photo = Encoding.UTF8.GetBytes(person.First + person.Mail);
        var head = Head(person, number / Formats.Length);
        var body = resume + "\n\n" + Letter(person, number / Formats.Length) + "\n" + Signature(person, number / Formats.Length);
        return format switch
        {
            "markdown" => Of(
                $"# {head[0]}\n\n![{person.First} "
                    + $"{person.Last}]({person.First}.jpg)\n\n{string.Join("  \n", head[1..])}\n\n{body}",
                DocumentFormat.Markdown
            ),
            "html" => Of(Html(person, head, body, photo), DocumentFormat.Unspecified),
            "docx" => Of(WordFile.Of(string.Join('\n', head) + "\n" + body, photo, $"{person.First} {person.Last}")),
            "pdf" => Of(PdfFile.Of(string.Join('\n', head) + "\n\n" + body)),
            "json" => Of(Json(person, body, photo)),
            _ => Of(string.Join('\n', head) + "\n\n" + body, DocumentFormat.Unspecified),
        };
    }

    private static string[] Head(Identity p, int layout) =>
        (layout % 6) switch
        {
            0 => [$"{p.First} {p.Last}", $"{p.Street}, {p.City}", $"{p.Phone} · {p.Mail}", $"{p.Age} years old"],
            1 => [$"{p.First} {p.Last}".ToUpperInvariant(), $"{p.Street} | {p.City} | {p.Phone} | {p.Mail}", $"Born {p.Born}"],
            2 =>
            [
                $"Name: {p.First} {p.Last}",
                $"Address: {p.Street}, {p.City}",
                $"Date of birth: {p.Born}",
                $"Gender: {p.Gender}",
                $"Phone: {p.Phone}",
                $"Email: {p.Mail}",
            ],
            3 => [$"{p.Last}, {p.First}", p.Mail, p.Phone, p.Street, p.City, $"Age: {p.Age}", $"({p.He}/{p.Him})"],
            4 => ["Curriculum Vitae", $"{p.First} {p.Last}", p.Street, p.City, $"Tel. {p.Phone}", p.Mail],
            _ =>
            [
                $"{p.First} {p.Last} ({p.He.ToLowerInvariant()}/{p.Him})",
                "Contact",
                p.Street,
                p.City,
                p.Phone,
                p.Mail,
                $"Age {p.Age}, {p.Gender}",
            ],
        };

    private static string Letter(Identity p, int layout) =>
        (layout % 4) switch
        {
            0 => $"Additional Information\n{p.He} is a {p.Age}-year-old professional; {p.His} colleagues call {p.Him} reliable.",
            1 => $"Additional Information\nI am {p.Age} years old and enjoy my work.",
            2 => $"References\n{p.Honorific} {p.Last} was promoted twice, and I recommend {p.Him} and {p.His} work.",
            _ => $"About\n{p.First} {p.Last}, aged {p.Age}, likes to work in teams.",
        };

    private static string Signature(Identity p, int layout) =>
        (layout % 5) switch
        {
            0 => $"Sincerely,\n{p.First} {p.Last}",
            1 => $"Kind regards, {p.First} {p.Last}",
            2 => $"Best regards,\n\n{p.First}",
            3 => $"Yours sincerely\n{p.First} {p.Last}\n{p.Street}, {p.City}\n{p.Phone}",
            _ => $"Thank you,\n{p.First[0]}. {p.Last}",
        };

    private static string Html(Identity p, string[] head, string body, byte[] photo)
    {
        var page = new StringBuilder("<!DOCTYPE html><html><head><title>")
            .Append(p.First)
            .Append(' ')
            .Append(p.Last)
            .Append("</title></head><body>");
        page.Append("<h1>")
            .Append(WebUtility.HtmlEncode(head[0]))
            .Append("</h1><img alt=\"")
            .Append(p.First)
            .Append("\" src=\"data:image/png;base64,")
            .Append(Convert.ToBase64String(photo))
            .Append("\">");
        foreach (var line in head[1..])
        {
            page.Append("<div>").Append(WebUtility.HtmlEncode(line)).Append("</div>");
        }
        foreach (var line in body.Split('\n'))
        {
            page.Append("<p>").Append(WebUtility.HtmlEncode(line)).Append("</p>");
        }
        return page.Append("</body></html>").ToString();
    }

    private static byte[] Json(Identity p, string body, byte[] photo) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                basics = new
                {
                    name = $"{p.First} {p.Last}",
                    email = p.Mail,
                    phone = p.Phone,
                    image = Convert.ToBase64String(photo),
                    summary = $"{p.He} is {p.Age} years old.",
                    location = new { address = p.Street, city = p.City },
                },
                work = new[] { new { summary = "", highlights = body.Split('\n') } },
            }
        );

    private static Document Of(string text, DocumentFormat format) =>
        new() { Content = ByteString.CopyFromUtf8(text), Format = format };

    private static Document Of(byte[] bytes) => new() { Content = ByteString.CopyFrom(bytes) };
}
