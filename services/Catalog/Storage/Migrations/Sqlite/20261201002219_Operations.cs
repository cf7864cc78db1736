using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerRecs.Catalog.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Operations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Operations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Tenant = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    IsCancelRequested = table.Column<bool>(type: "INTEGER", nullable: false),
                    Metadata = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Result = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Operations", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Operations_State_LeaseUntil",
                table: "Operations",
                columns: new[] { "State", "LeaseUntil" }
            );

            migrationBuilder.CreateIndex(name: "IX_Operations_Tenant_Id", table: "Operations", columns: new[] { "Tenant", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Operations");
        }
    }
}
