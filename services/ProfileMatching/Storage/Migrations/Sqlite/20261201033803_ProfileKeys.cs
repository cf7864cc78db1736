using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerRecs.ProfileMatching.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ProfileKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsSealed",
                table: "Requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<string>(name: "KeyId", table: "Profiles", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<byte[]>(name: "WrappedKey", table: "Profiles", type: "BLOB", nullable: true);

            migrationBuilder.CreateIndex(name: "IX_Profiles_KeyId", table: "Profiles", column: "KeyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Profiles_KeyId", table: "Profiles");

            migrationBuilder.DropColumn(name: "IsSealed", table: "Requests");

            migrationBuilder.DropColumn(name: "KeyId", table: "Profiles");

            migrationBuilder.DropColumn(name: "WrappedKey", table: "Profiles");
        }
    }
}
