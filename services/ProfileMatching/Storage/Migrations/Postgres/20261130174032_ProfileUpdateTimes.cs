using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerRecs.ProfileMatching.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ProfileUpdateTimes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "UpdateTime",
                table: "Profiles",
                type: "bigint",
                nullable: false,
                defaultValue: 0L
            );

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_Owner_UpdateTime",
                table: "Profiles",
                columns: new[] { "Owner", "UpdateTime" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Profiles_Owner_UpdateTime", table: "Profiles");

            migrationBuilder.DropColumn(name: "UpdateTime", table: "Profiles");
        }
    }
}
