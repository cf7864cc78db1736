using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CareerRecs.ProfileMatching.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ActiveVersions",
                columns: table => new
                {
                    Owner = table.Column<string>(type: "text", nullable: false),
                    Catalog = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<string>(type: "text", nullable: false),
                    Digest = table.Column<string>(type: "text", nullable: false),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActiveVersions", x => new { x.Owner, x.Catalog });
                }
            );

            migrationBuilder.CreateTable(
                name: "AppliedRevisions",
                columns: table => new
                {
                    Consumer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    IsErased = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AppliedRevisions",
                        x => new
                        {
                            x.Consumer,
                            x.Owner,
                            x.Key,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    EventType = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    OccurredAt = table.Column<long>(type: "bigint", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "bigint", nullable: false),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    ParkedAt = table.Column<long>(type: "bigint", nullable: true),
                    LastError = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Profiles",
                columns: table => new
                {
                    Owner = table.Column<string>(type: "text", nullable: false),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ExternalId = table.Column<string>(type: "text", nullable: true),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    ExpireTime = table.Column<long>(type: "bigint", nullable: true),
                    Record = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Profiles", x => new { x.Owner, x.Id });
                }
            );

            migrationBuilder.CreateTable(
                name: "Requests",
                columns: table => new
                {
                    Owner = table.Column<string>(type: "text", nullable: false),
                    RequestId = table.Column<string>(type: "text", nullable: false),
                    ProfileId = table.Column<string>(type: "text", nullable: false),
                    Fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    Response = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreateTime = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Requests", x => new { x.Owner, x.RequestId });
                }
            );

            migrationBuilder.CreateTable(
                name: "SnapshotChunks",
                columns: table => new
                {
                    Digest = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SnapshotChunks", x => new { x.Digest, x.Number });
                }
            );

            migrationBuilder.CreateTable(
                name: "Snapshots",
                columns: table => new
                {
                    Owner = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<string>(type: "text", nullable: false),
                    Catalog = table.Column<string>(type: "text", nullable: false),
                    Digest = table.Column<string>(type: "text", nullable: false),
                    Head = table.Column<byte[]>(type: "bytea", nullable: false),
                    SaveTime = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Snapshots", x => new { x.Owner, x.Version });
                }
            );

            migrationBuilder.CreateTable(
                name: "Tombstones",
                columns: table => new
                {
                    Owner = table.Column<string>(type: "text", nullable: false),
                    Id = table.Column<string>(type: "text", nullable: false),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    EraseTime = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tombstones", x => new { x.Owner, x.Id });
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Outbox_SentAt", table: "Outbox", column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Unsent",
                table: "Outbox",
                columns: new[] { "Owner", "Key", "Id" },
                filter: "\"SentAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_Profiles_ExpireTime", table: "Profiles", column: "ExpireTime");

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_Owner_ExternalId",
                table: "Profiles",
                columns: new[] { "Owner", "ExternalId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Requests_CreateTime", table: "Requests", column: "CreateTime");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_Owner_ProfileId",
                table: "Requests",
                columns: new[] { "Owner", "ProfileId" }
            );

            migrationBuilder.CreateIndex(name: "IX_Snapshots_Digest", table: "Snapshots", column: "Digest");

            migrationBuilder.CreateIndex(
                name: "IX_Snapshots_Owner_Catalog",
                table: "Snapshots",
                columns: new[] { "Owner", "Catalog" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ActiveVersions");

            migrationBuilder.DropTable(name: "AppliedRevisions");

            migrationBuilder.DropTable(name: "Outbox");

            migrationBuilder.DropTable(name: "Profiles");

            migrationBuilder.DropTable(name: "Requests");

            migrationBuilder.DropTable(name: "SnapshotChunks");

            migrationBuilder.DropTable(name: "Snapshots");

            migrationBuilder.DropTable(name: "Tombstones");
        }
    }
}
