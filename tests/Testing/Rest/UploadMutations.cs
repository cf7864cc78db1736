using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;

namespace CareerRecs.Testing.Rest;

/// <summary>Bodies of methods that are streamed in, good and bad: files, forms and lines.</summary>
internal static class UploadMutations
{
    private static readonly string[] Types =
    [
        "application/octet-stream",
        "text/csv",
        "application/x-ndjson",
        "application/x-ndjson; charset=latin1",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "application/json",
        "x",
    ];

    /// <summary>A body for the route.</summary>
    public static HttpContent Create(MethodDescriptor method, Random random)
    {
        var header = method.InputType.FindFieldByName("header")?.MessageType;
        HttpContent content = random.Next(3) switch
        {
            0 when header is not null => CreateForm(header, random),
            1 when header is not null => new ByteArrayContent(JsonMutation.Mutate(new JsonArray(1, "a"), random)),
            _ => CreateLines(method.InputType, random),
        };
        if (random.Next(8) == 0 || content.Headers.ContentType is null)
        {
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", Types[random.Next(Types.Length)]);
        }
        return content;
    }

    /// <summary>The name of a field that a query may state, of the header where there is one.</summary>
    public static FieldDescriptor ChooseField(MethodDescriptor method, Random random)
    {
        var message = method.InputType.FindFieldByName("header")?.MessageType ?? method.InputType;
        var fields = message.Fields.InDeclarationOrder();
        return fields[random.Next(fields.Count)];
    }

    private static MultipartFormDataContent CreateForm(MessageDescriptor header, Random random)
    {
        var form = new MultipartFormDataContent();
        for (var parts = random.Next(5) == 0 ? random.Next(4) : 2; parts > 0; parts--)
        {
            var isHeader = random.Next(10) == 0 ? random.Next(2) == 0 : parts == 2;
            var bytes = JsonMutation.Mutate(SampleRequests.Create(header, random), random);
            form.Add(new ByteArrayContent(bytes), isHeader ? "header" : "file", "a table.csv");
        }
        return form;
    }

    private static ByteArrayContent CreateLines(MessageDescriptor type, Random random)
    {
        var lines = new List<byte>();
        for (var count = random.Next(4); count >= 0; count--)
        {
            JsonNode sample = SampleRequests.Create(type, random);
            var isWhole = random.Next(2) == 0;
            lines.AddRange(isWhole ? Encoding.UTF8.GetBytes(sample.ToJsonString()) : JsonMutation.Mutate(sample, random));
            lines.AddRange(random.Next(10) == 0 ? "\r\n\n"u8 : "\n"u8);
        }
        var content = new ByteArrayContent([.. lines]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        return content;
    }
}
