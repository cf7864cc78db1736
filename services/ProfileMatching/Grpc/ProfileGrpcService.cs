using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles;
using CareerRecs.ProfileMatching.Profiles.Encryption;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Grpc;

/// <summary>People's profiles. Every method sees the rows of the caller's tenant and no others.</summary>
internal sealed class ProfileGrpcService(
    IDbContextFactory<MatchingDb> databases,
    ProfileReader reader,
    StoredProfiles profiles,
    ProfileCipher cipher,
    ProfileCreation creation,
    ProfileUpdate update,
    ProfileDocuments documents,
    ProfileUpsert upsert,
    ProfileErasure erasure,
    TenantSettingsStore settings,
    TimeProvider clock
) : ProfileService.ProfileServiceBase
{
    // A page ends here even if it has fewer rows than asked for: profiles can be large, answers must not be.
    private const int MaxPageBytes = 8 * 1024 * 1024;

    public override Task<CreateProfileResponse> CreateProfile(CreateProfileRequest request, ServerCallContext context) =>
        creation.CreateAsync(context.GetCaller(), request, context.CancellationToken);

    public override async Task<GetProfileResponse> GetProfile(GetProfileRequest request, ServerCallContext context)
    {
        var stored = await reader.GetAsync(context.GetCaller(), request.Name, context.CancellationToken);
        return new GetProfileResponse { Profile = stored.Profile };
    }

    public override async Task<UpdateProfileResponse> UpdateProfile(UpdateProfileRequest request, ServerCallContext context) =>
        new() { Profile = await update.UpdateAsync(context.GetCaller(), request, context.CancellationToken) };

    public override Task<UpsertProfilesResponse> UpsertProfiles(UpsertProfilesRequest request, ServerCallContext context) =>
        upsert.UpsertAsync(context.GetCaller(), request, context.CancellationToken);

    public override async Task<SetProfileDocumentResponse> SetProfileDocument(
        SetProfileDocumentRequest request,
        ServerCallContext context
    ) => new() { Profile = await documents.SetAsync(context.GetCaller(), request, context.CancellationToken) };

    public override async Task<BatchGetProfilesResponse> BatchGetProfiles(
        BatchGetProfilesRequest request,
        ServerCallContext context
    )
    {
        var profiles = await reader.GetAllAsync(context.GetCaller(), request.Names, context.CancellationToken);
        return new BatchGetProfilesResponse { Profiles = { profiles } };
    }

    public override async Task<BatchDeleteProfilesResponse> BatchDeleteProfiles(
        BatchDeleteProfilesRequest request,
        ServerCallContext context
    )
    {
        var response = new BatchDeleteProfilesResponse();
        foreach (var name in request.Names)
        {
            var result = new DeleteResult { Name = name };
            try
            {
                var complete = await EraseAsync(name, "", context);
                result.ErasureCompleteTime = Timestamp.FromDateTimeOffset(complete);
            }
            catch (RpcException refused)
            {
                result.Status = refused.GetRpcStatus();
            }

            response.Results.Add(result);
        }

        return response;
    }

    public override async Task<ListProfilesResponse> ListProfiles(ListProfilesRequest request, ServerCallContext context)
    {
        var tenant = context.GetCaller().Tenant;
        var size = Paging.Size(request.PageSize, 50, 1000);
        var after = Paging.DecodeLast("profiles", request.PageToken) ?? "";
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var rows = db.Profiles.AsNoTracking().Where(p => p.Owner == tenant && p.Id.CompareTo(after) > 0);
        if (request.ExternalId.Length > 0)
        {
            var storedIds = cipher.FindStoredIds(tenant, request.ExternalId);
            rows = rows.Where(p => storedIds.Contains(p.ExternalId));
            await cipher.RequireSearchableAsync(db, tenant, context.CancellationToken);
        }
        if (request.UpdatedAfter is { } updatedAfter)
        {
            // Rows from before the column may have changed at any time.
            var since = updatedAfter.ToDateTimeOffset().UtcTicks;
            rows = rows.Where(p => p.UpdateTime > since || p.UpdateTime == 0);
        }

        var response = new ListProfilesResponse();
        var bytes = 0;
        await foreach (
            var row in rows.OrderBy(p => p.Id).Take(size + 1).AsAsyncEnumerable().WithCancellation(context.CancellationToken)
        )
        {
            if (response.Profiles.Count == size || bytes > MaxPageBytes)
            {
                response.NextPageToken = Paging.EncodeLast("profiles", ProfileName.Parse(response.Profiles[^1].Name).Id!);
                break;
            }

            response.Profiles.Add(profiles.Read(row).Profile);
            bytes += row.Record.Length;
        }

        return response;
    }

    public override async Task<ExportProfileResponse> ExportProfile(ExportProfileRequest request, ServerCallContext context)
    {
        var (_, record) = await reader.ReadAsync(context.GetCaller(), request.Name, context.CancellationToken);
        return new ExportProfileResponse
        {
            Profile = record.Profile,
            DocumentText = record.DocumentText,
            Layers = { record.Layers },
            ExportTime = Timestamp.FromDateTimeOffset(clock.GetUtcNow()),
        };
    }

    public override async Task<DeleteProfileResponse> DeleteProfile(DeleteProfileRequest request, ServerCallContext context)
    {
        var complete = await EraseAsync(request.Name, request.Etag, context);
        return new DeleteProfileResponse { ErasureCompleteTime = Timestamp.FromDateTimeOffset(complete) };
    }

    public override async Task<GetTenantSettingsResponse> GetTenantSettings(
        GetTenantSettingsRequest request,
        ServerCallContext context
    ) => new() { TenantSettings = await settings.GetAsync(context.GetCaller(), context.CancellationToken) };

    public override async Task<UpdateTenantSettingsResponse> UpdateTenantSettings(
        UpdateTenantSettingsRequest request,
        ServerCallContext context
    ) => new() { TenantSettings = await settings.UpdateAsync(context.GetCaller(), request, context.CancellationToken) };

    private Task<DateTimeOffset> EraseAsync(string name, string etag, ServerCallContext context) =>
        erasure.EraseAsync(context.GetCaller().Tenant, ProfileName.Parse(name), etag, context.CancellationToken);
}
