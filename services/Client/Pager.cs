using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Grpc.Core;

namespace CareerRecs.Client;

/// <summary>Walks the pages of a List method.</summary>
internal static class Pager
{
    /// <summary>Asks for page after page, each when its first item is wanted, and yields their items. The request stays as it
    /// was; a page token in it is where the walk begins.</summary>
    public static async IAsyncEnumerable<TItem> EnumerateAsync<TRequest, TResponse, TItem>(
        TRequest request,
        Func<TRequest, CancellationToken, AsyncUnaryCall<TResponse>> call,
        Func<TResponse, RepeatedField<TItem>> items,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        var page = request.Clone();
        var pageToken = page.Descriptor.FindFieldByName("page_token").Accessor;
        string next;
        do
        {
            var response = await call(page, cancellationToken).ConfigureAwait(false);
            foreach (var item in items(response))
            {
                yield return item;
            }
            next = (string)response.Descriptor.FindFieldByName("next_page_token").Accessor.GetValue(response);
            pageToken.SetValue(page, next);
        } while (next.Length > 0);
    }
}
