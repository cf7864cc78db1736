using System.Text;
using System.Text.Json;
using CareerRecs.Cli.Rendering;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CareerRecs.Cli.Calls;

/// <summary>
/// Errors as JSON: {"error":{"code":"INVALID_ARGUMENT","message":"…","details":[…]}}, the details as google.rpc says them.
/// </summary>
public static class ErrorJson
{
    /// <summary>The error of a failed call.</summary>
    public static string Of(RpcException exception) =>
        Of(exception.StatusCode, exception.Status.Detail, exception.GetRpcStatus()?.Details);

    /// <summary>An error.</summary>
    public static string Of(StatusCode code, string message, IEnumerable<Any>? details = null)
    {
        using var buffer = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteString("code", Name(code));
            json.WriteString("message", message);
            json.WriteStartArray("details");
            foreach (var detail in details ?? [])
            {
                json.WriteRawValue(Detail(detail));
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>The code as google.rpc.Code spells it.</summary>
    public static string Name(StatusCode code) =>
        code == StatusCode.OK
            ? "OK"
            : string.Concat(code.ToString().Select((c, i) => (i > 0 && char.IsUpper(c) ? "_" : "") + char.ToUpperInvariant(c)));

    private static string Detail(Any detail)
    {
        try
        {
            return JsonText.Compact(detail);
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidProtocolBufferException)
        {
            // A kind this build does not know: said as what it is, so that nothing is lost.
            var type = JsonEncodedText.Encode(detail.TypeUrl);
            return $$"""{"@type":"{{type}}","value":"{{detail.Value.ToBase64()}}"}""";
        }
    }
}
