using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerRecs.ProfileMatching.Storage.Migrations.Sqlite
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
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    Catalog = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<string>(type: "TEXT", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
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
                    Consumer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    IsErased = table.Column<bool>(type: "INTEGER", nullable: false),
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    EventType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ParkedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
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
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpireTime = table.Column<long>(type: "INTEGER", nullable: true),
                    Record = table.Column<byte[]>(type: "BLOB", nullable: false),
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
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    RequestId = table.Column<string>(type: "TEXT", nullable: false),
                    ProfileId = table.Column<string>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Response = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreateTime = table.Column<long>(type: "INTEGER", nullable: false),
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
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
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
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<string>(type: "TEXT", nullable: false),
                    Catalog = table.Column<string>(type: "TEXT", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    Head = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SaveTime = table.Column<long>(type: "INTEGER", nullable: false),
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
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    EraseTime = table.Column<long>(type: "INTEGER", nullable: false),
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
