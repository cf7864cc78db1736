using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerRecs.Salary.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Operations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(name: "Error", table: "Trainings", type: "bytea", nullable: true);

            migrationBuilder.CreateTable(
                name: "Operations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Tenant = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Scope = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    IsCancelRequested = table.Column<bool>(type: "boolean", nullable: false),
                    Metadata = table.Column<byte[]>(type: "bytea", nullable: false),
                    Result = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    LeaseUntil = table.Column<long>(type: "bigint", nullable: false),
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

            migrationBuilder.DropColumn(name: "Error", table: "Trainings");
        }
    }
}
